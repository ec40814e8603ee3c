//! What the site is, how accessible it is, which cookies it sets, and how anybody checks a bundle of evidence.

use axum::extract::State;
use maud::{Markup, html};
use serde::Serialize;

use super::{Answer, Format, Head, Render, Section, answer};
use crate::site::Site;

/// A page of plain words.
#[derive(Debug, Serialize)]
pub struct Words {
    /// The title.
    pub title: &'static str,
    /// Paragraphs under headings.
    pub parts: Vec<Part>,
    #[serde(skip)]
    address: &'static str,
}

/// A heading with its paragraphs.
#[derive(Debug, Serialize)]
pub struct Part {
    /// The heading; empty for the first words of a page.
    pub heading: &'static str,
    /// The paragraphs.
    pub paragraphs: Vec<String>,
}

/// `/about`
pub async fn about(State(site): State<Site>, format: Format) -> Answer {
    let parts = vec![
        part("", [
            format!("This is the public record of {}: its meetings, what was before them, what they decided and what they minuted.", site.authority()),
            "It shows how a finding of the Ombudsman’s goes through the meetings that must consider it.".into(),
        ]),
        part("What stays and what changes", [
            "A published text is never edited. A correction is a new version, and the words that changed are shown.".into(),
            "A withdrawn record leaves the day and the reason. An address is never given to another record.".into(),
        ]),
        part("Whose words these are", [
            "The words of agendas, decisions and minutes are printed as they stand in their source. Where Redress reads a value from them, such as a reference or a date, the page of the item says where it was read.".into(),
        ]),
        part("Using the data", [
            "Every page has a twin with its data in JSON: add .json to its address. A description is at /openapi.json. There are feeds and a calendar, linked at the foot of every page.".into(),
        ]),
    ];
    Ok(answer(&site, &format, &Words { title: "About this record", parts, address: "/about" }))
}

/// `/accessibility`
pub async fn accessibility(State(site): State<Site>, format: Format) -> Answer {
    let parts = vec![
        part("", [
            format!("This statement is about the pages of this site, which show the public record of {}.", site.authority()),
            "You should be able to zoom in to 400% without the text going off the screen, use every page with a keyboard alone, and have it read by a screen reader. No page needs a script.".into(),
        ]),
        part("What is not accessible", [
            "Papers are kept as they were handed in. Some older PDF files have no tags or are scanned pictures.".into(),
            "The picture of an issue’s route has the same route beside it as a list.".into(),
        ]),
        part("If you find a problem", [
            "Tell the council’s democratic services team which page it is and what went wrong. Ask them too if you need a paper in another form.".into(),
            "If you are not content with the answer, the Equality Advisory and Support Service can advise you.".into(),
        ]),
        part("Technical information", [
            "The pages aim at the Web Content Accessibility Guidelines 2.2, level AA. The council that runs this site is responsible for testing it and for the date of this statement.".into(),
        ]),
    ];
    Ok(answer(&site, &format, &Words { title: "Accessibility", parts, address: "/accessibility" }))
}

/// `/cookies`
pub async fn cookies(State(site): State<Site>, format: Format) -> Answer {
    let parts = vec![part(
        "",
        [
            "The pages of this record set no cookies, keep nothing in your browser and load nothing from other sites.".to_string(),
            "There is nothing to accept and nothing to turn off.".into(),
            "Councillors and officers who sign in get cookies that signing in cannot do without: one for the session, which goes when \
             the browser is closed; one that protects the form until then; and one by which a browser that signed in before is known \
             for half a year, so that somebody else's wrong guesses do not hold its owner up. No script can read them."
                .into(),
        ],
    )];
    Ok(answer(&site, &format, &Words { title: "Cookies", parts, address: "/cookies" }))
}

/// `/ombudsman/verify-a-bundle`
pub async fn verify_a_bundle(State(site): State<Site>, format: Format) -> Answer {
    let parts = vec![
        part("", [
            format!("When {} has done what the Ombudsman asked, it sends the Ombudsman a bundle: a letter, the files that show it, and a list of them. Whoever has a bundle can check that nothing in it was altered, left out or added since it was made. Nothing is sent anywhere for this.", site.authority()),
        ]),
        part("What is in a bundle", [
            "A bundle is a ZIP file. cover-letter.txt is the letter. index.txt says, recommendation by recommendation, what the Ombudsman asked in the Ombudsman’s own words, the original date, what was to be shown, and which file shows it, with its size, its hash, who filed it and when.".into(),
            "manifest.json says the same for programs. SHA256SUMS lists the hash of every other file. A hash is a number of 64 letters and figures: if one character of a file is altered, its hash is another.".into(),
        ]),
        part("Check it with tools that every system has", [
            "Unpack the bundle into an empty folder and run in it: sha256sum --check SHA256SUMS. Every line must end with OK. On a Mac the command is: shasum --algorithm 256 --check SHA256SUMS.".into(),
            "Look whether the folder holds a file that is not in SHA256SUMS, other than SHA256SUMS itself. There must be none.".into(),
            "Run: sha256sum manifest.json. Ask the council for the hash of the manifest of its bundle, by another way than the one on which the bundle came. The two must be the same. Without this step, somebody who altered a file could have altered the lists too.".into(),
        ]),
        part("Check it with Redress", [
            "Run: redress verify and the name of the ZIP file or of the folder. It names everything that is altered, lacking or added, prints the hash of the manifest, and ends with status 0 where all is well and 1 where it is not. It needs no connection and no account.".into(),
        ]),
        part("What this does not show", [
            "That a bundle is whole does not say that what was asked is done, or that the Ombudsman is satisfied. Only the Ombudsman says that.".into(),
        ]),
    ];
    Ok(answer(&site, &format, &Words { title: "How to check a bundle of evidence", parts, address: "/ombudsman/verify-a-bundle" }))
}

fn part<const N: usize>(heading: &'static str, paragraphs: [String; N]) -> Part {
    Part { heading, paragraphs: paragraphs.into() }
}

impl Render for Words {
    fn head(&self) -> Head {
        Head::new(self.title, self.address, Section::None)
    }

    fn body(&self) -> Markup {
        html! {
            h1.govuk-heading-l { (self.title) }
            div.redress-record {
                @for part in &self.parts {
                    @if !part.heading.is_empty() { h2.govuk-heading-m { (part.heading) } }
                    @for paragraph in &part.paragraphs { p { (paragraph) } }
                }
            }
        }
    }
}
