//! What nobody should think was looked for.

/// What the scan does not see, in plain sentences.
pub const NOT_COVERED: &[&str] = &[
    "Words and faces in pictures and scanned pages are not read.",
    "A box drawn over words inside a picture is not looked for, nor is the text that a scanner recognised beneath it.",
    "White words on a white page, tiny words, and number formats that show nothing are not looked for.",
    "In a PDF, text under a shape that is not a box, under a pattern or gradient, or under a stamp is not looked for.",
    "Messages concealed in the dots of a picture or in the spacing of words are not looked for.",
    "Names in the running text are not looked for; neither are addresses, cases or amounts.",
    "Files that are embedded or attached are reported and not opened.",
    "Earlier data that no program shows is reported in a PDF only; the small preview picture of an Office file is not compared with its pages.",
    "Captions that news agencies write into pictures (IPTC) are not read.",
    "Whether a page reads well aloud is not judged: only that tags, title, language and text are there.",
];

/// Said where a PDF is so large that looking under boxes was cut short.
pub(crate) const CUT_SHORT: &str = "The file is so large that only its first pages were searched for text under boxes.";

/// Said where a page's drawing could not be read to the end.
pub(crate) const PART_UNREAD: &str = "Part of a page could not be read, and was not searched for text under boxes.";
