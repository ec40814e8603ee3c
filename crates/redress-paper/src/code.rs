//! The kinds of finding, each with its usual words and what to do about it.

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($name:ident $key:literal $words:literal $remedy:literal)*) => {
        /// A kind of finding. As text it is the key: `hidden-sheet`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Code {
            $(#[doc = $words] #[serde(rename = $key)] $name,)*
        }

        impl Code {
            /// Every kind, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key: `hidden-sheet`.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }

            /// What it is, in one sentence.
            pub fn words(self) -> &'static str {
                match self { $(Self::$name => $words),* }
            }

            /// What the person who publishes can do.
            pub fn remedy(self) -> &'static str {
                match self { $(Self::$name => $remedy),* }
            }
        }
    };
}

#[rustfmt::skip]
codes! {
    DocumentProperties "document-properties" "The file's properties name a person or an organisation." "In Office: File, Info, Check for Issues, Inspect Document, Remove All. In Acrobat: File, Properties."
    CustomProperties "custom-properties" "The file carries properties of its own, which a program or a person added." "Remove them under File, Info, Properties, Advanced Properties, Custom."
    Comments "comments" "There are comments or notes in the margin." "Delete all comments, then save again."
    TrackedChanges "tracked-changes" "Changes were tracked: words that were taken out can be read, with who took them out." "Accept or reject every change, stop tracking, then save again."
    HiddenText "hidden-text" "Some text is marked as hidden, and anyone can show it." "Show hidden text, then delete it."
    HiddenObject "hidden-object" "A shape or picture is marked as hidden, and anyone can show it." "Open the Selection Pane, show everything, then delete what should not be there."
    HiddenSheet "hidden-sheet" "A worksheet is hidden, and anyone can show it." "Delete the sheet, or copy the values that are needed to a new file."
    HiddenRows "hidden-rows" "Rows with data are hidden or filtered away, and anyone can show them." "Clear the filter, show the rows, and delete what should not be there."
    HiddenColumns "hidden-columns" "Columns with data are hidden, and anyone can show them." "Show the columns and delete what should not be there."
    HiddenNames "hidden-names" "Defined names are hidden from the Name Manager." "Use the Document Inspector to remove hidden names."
    PivotCache "pivot-cache" "A pivot table keeps a copy of the data it was made from, down to single rows." "Copy the table and paste it as values into a new file."
    DataModel "data-model" "A data model holds tables that the sheets do not show." "Copy what is needed and paste it as values into a new file."
    ExternalLinks "external-links" "The file links to other files: it names where they are, and may keep copies of their values." "Break the links under Data, Edit Links, then save again."
    DataConnections "data-connections" "The file connects to a database or a list: it may name servers and accounts." "Remove the connections under Data, Queries and Connections."
    HiddenSlide "hidden-slide" "A slide is hidden in the show, and anyone can read it." "Delete the slide."
    SpeakerNotes "speaker-notes" "Slides have speaker notes." "Use the Document Inspector to remove presentation notes."
    EmbeddedObject "embedded-object" "Another file is embedded, such as the whole workbook behind a chart." "Paste the chart or table again as a picture."
    Attachment "attachment" "A file is attached." "Remove the attachment, and publish it as a paper of its own if it is meant to be read."
    Macros "macros" "The file holds macros, which are programs." "Save it as a file without macros."
    CustomXml "custom-xml" "The file holds data parts that do not show on any page." "Use the Document Inspector to remove custom XML data."
    EarlierVersions "earlier-versions" "An earlier version of the file, or a page that was taken out, is still inside it." "Print the file to a new PDF, or save it under a new name without its versions."
    TextUnderBox "text-under-box" "Text is covered by a filled box or a picture, or has the colour of the box behind it. Anyone can copy it out." "Delete the words in the original and make the PDF again, or use a redaction tool and apply it."
    RedactionNotApplied "redaction-not-applied" "Parts are marked for redaction, and the redaction was not applied." "Apply the redactions, then save again."
    InvisibleText "invisible-text" "Text that cannot be seen is on a page which is not a scan. Was it meant to be there?" "Search the page for words that do not show, or make the PDF again."
    TextOffPage "text-off-page" "Text lies outside the visible part of the page, as after cropping." "Print the file to a new PDF."
    HiddenLayer "hidden-layer" "A layer is switched off, and anyone can switch it on." "Delete the layer, or print the file to a new PDF."
    JavaScript "javascript" "The file holds JavaScript, which is a program." "Print the file to a new PDF."
    AutomaticAction "automatic-action" "Something happens by itself when the file or a page is opened, or a button starts a program." "Print the file to a new PDF."
    FormValues "form-values" "A form is filled in, and its values can be taken out or changed." "Print the file to a new PDF."
    PictureLocation "picture-location" "A picture says where it was taken." "Save the picture without its properties, or take a copy of the screen."
    PictureOwner "picture-owner" "A picture names its owner, or the serial number of the camera." "Save the picture without its properties."
    PictureNotes "picture-notes" "A picture carries words that it does not show." "Save the picture without its properties."
    CroppedPicture "cropped-picture" "A picture is cropped, and the part that was cut off is still in the file." "Choose Compress Pictures and delete the cropped areas."
    NotTagged "not-tagged" "The PDF has no tags, so a screen reader cannot tell headings, lists and tables." "Make the PDF from Word or Acrobat with tags."
    NoTitle "no-title" "The file has no title in its properties." "Give it a title under File, Properties."
    NoLanguage "no-language" "The PDF does not say in which language it is, so a screen reader may mispronounce it." "Set the language under File, Properties, Advanced."
    NoText "no-text" "No page has any text: it seems to be a scan, which nobody can search and a screen reader cannot read." "Publish the file that was printed, or run text recognition."
    NoHeadings "no-headings" "The document has no headings, so nobody can jump to a part." "Use the heading styles."
    NoPictureText "no-picture-text" "A picture has no words that stand for it." "Add alternative text to each picture."
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
