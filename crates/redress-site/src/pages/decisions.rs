//! The register of decisions: of bodies, of members who decide alone, of officers; as a list and as a table of commas.

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use maud::{Markup, html};
use redress::public::decision::{DecidedBy, Decision};
use redress::public::{Kind, Record};
use redress_store::register::query::{Entry, Page, Query};
use serde::Serialize;

use super::asked::{Asked, Problem};
use super::{Answer, Format, Head, Render, Section, answer};
use crate::failure::Failure;
use crate::layout::{entries, filter::Filter};
use crate::site::Site;

/// The decisions that a filter leaves.
#[derive(Debug, Serialize)]
pub struct Decisions {
    /// What was asked.
    pub filter: Filter,
    /// One page of them.
    #[serde(flatten)]
    pub list: Page<Entry>,
}

/// `/decisions`
pub async fn list(State(site): State<Site>, format: Format, asked: Asked) -> Answer {
    Ok(answer(&site, &format, &load(&site, &asked).await?))
}

/// `/decisions.csv`: every decision that the same filters leave, one a line.
pub async fn csv(State(site): State<Site>, asked: Asked) -> Answer {
    let (query, _) = query(&asked);
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Failure::Store(error.to_string().into());
    rows.write_record(HEADINGS).map_err(failed)?;
    let mut query = Query { page: 1, per_page: AT_ONCE, ..query };
    loop {
        let found = site.register.records(&query).await?;
        let last = u32::try_from(found.len()).unwrap_or(0) < AT_ONCE;
        for published in found {
            if let Some(Record::Decision(decision)) = published.record {
                rows.write_record(row(&decision, &site.base).map(|cell| guarded(&cell))).map_err(failed)?;
            }
        }
        if last {
            break;
        }
        query.page += 1;
    }
    let bytes = rows.into_inner().map_err(|error| Failure::Store(error.to_string().into()))?;
    let headers = [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"decisions.csv\"")];
    Ok((headers, bytes).into_response())
}

/// Whole records that are read at once for the table.
const AT_ONCE: u32 = 5_000;
const HEADINGS: [&str; 16] = [
    "number",
    "title",
    "maker",
    "decided_by",
    "authority",
    "decided_on",
    "published_on",
    "effective_from",
    "key",
    "call_in",
    "service",
    "decision",
    "reasons",
    "options_rejected",
    "conflicts",
    "address",
];

fn row(d: &Decision, base: &str) -> [String; 16] {
    let day = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
    let texts = d.decision.as_ref();
    let formal = texts.and_then(|t| t.formal.as_deref());
    let own = |words: Option<&String>| words.cloned().unwrap_or_default();
    [
        d.number.to_string(),
        d.title.clone(),
        d.by.word().into(),
        own(d.decision_maker.as_ref()),
        own(formal.and_then(|f| f.authority.as_ref())),
        day(d.decided_on),
        day(d.published_on),
        day(d.effective_from),
        own(d.key.as_ref()),
        own(d.call_in.as_ref()),
        own(d.service.as_ref()),
        texts.map(|t| t.text.clone()).unwrap_or_default(),
        own(texts.and_then(|t| t.reasons.as_ref())),
        own(texts.and_then(|t| t.options_rejected.as_ref())),
        own(texts.and_then(|t| t.interests.as_ref())),
        format!("{base}{}", redress::public::address(Kind::Decision, &d.number.to_string())),
    ]
}

/// A cell that a spreadsheet takes for words and not for a formula.
pub(crate) fn guarded(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.into() }
}

/// What narrows the list and the table alike.
const ASKED: [&str; 9] = ["title", "maker", "body", "key", "call_in", "year", "from", "to", "service"];
const KEYS: [(&str, &str); 2] = [("yes", "Key decisions"), ("no", "Not key")];
const CALLED_IN: [(&str, &str); 1] = [("called_in", "Called in")];

fn query(asked: &Asked) -> (Query, Vec<Problem>) {
    let mut problems = Vec::new();
    let list = "Choose one from the list";
    let mut facets: Vec<(&'static str, String)> = Vec::new();
    let makers: Vec<&str> = DecidedBy::ALL.iter().map(|(_, word, _)| *word).collect();
    for (name, known) in [("maker", makers), ("key", KEYS.map(|(w, _)| w).to_vec()), ("call_in", CALLED_IN.map(|(w, _)| w).to_vec())] {
        let value = asked.read(name, &mut problems, list, |v| known.contains(&v).then(|| v.to_string()));
        facets.extend(value.map(|value| (name, value)));
    }
    let query = Query {
        body: asked.words("body"),
        year: asked.year("year", &mut problems),
        from: asked.date("from", &mut problems),
        to: asked.date("to", &mut problems),
        service: asked.words("service"),
        title: asked.words("title"),
        facets,
        page: asked.page(),
        ..Query::of(Kind::Decision)
    };
    (query, problems)
}

async fn load(site: &Site, asked: &Asked) -> Result<Decisions, Failure> {
    let (query, problems) = query(asked);
    let words = |all: &[(&str, &str)]| all.iter().map(|(v, w)| ((*v).to_string(), (*w).to_string())).collect::<Vec<_>>();
    let filter = Filter::new("/decisions", asked, problems)
        .words("title", "Words in the title", "")
        .choice("maker", "Who decided", DecidedBy::ALL.iter().map(|(_, v, w)| ((*v).to_string(), (*w).to_string())).collect())
        .choice("body", "Body", site.body_choices().await?)
        .choice("key", "Key decision", words(&KEYS))
        .choice("call_in", "Call-in", words(&CALLED_IN))
        .years(&site.years(Kind::Decision).await?)
        .words("from", "From", "For example, 27 March 2025")
        .words("to", "To", "")
        .choice("service", "Service", site.service_choices().await?);
    Ok(Decisions { filter, list: site.register.list(&query).await? })
}

impl Render for Decisions {
    fn head(&self) -> Head {
        Head { wrong: self.filter.wrong(), ..Head::new("Decisions", self.filter.address(), Section::Decisions) }
    }

    fn body(&self) -> Markup {
        let none = html! { "No decision on record fits. " a.govuk-link href="/decisions" { "See every decision" } "." };
        html! {
            (self.filter.errors())
            h1.govuk-heading-l { "Decisions" }
            p.govuk-body {
                "Decisions of the council’s bodies, of members who decide alone, and of officers, newest first. "
                a.govuk-link href=(self.filter.asked().address("/decisions.csv", &ASKED)) { "These decisions as CSV" } "."
            }
            div.govuk-grid-row {
                div.govuk-grid-column-one-third { (self.filter.form()) }
                div.govuk-grid-column-two-thirds {
                    (self.filter.chosen())
                    (entries::page(&self.list, self.filter.asked(), "/decisions", none))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_cell_is_no_formula() {
        for formula in ["=1+1", "+44", "-2", "@SUM(A1)", "\t=1"] {
            assert!(guarded(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(guarded("Grant of a licence"), "Grant of a licence");
    }
}
