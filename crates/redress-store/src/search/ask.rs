//! What a search asks: words that must all be there, phrases in quotation marks, a prefix with `*`, a reference, filters.

use redress::ombudsman::reference::find_near;
use redress::public::{Kind, titled_address};
use serde::Serialize;
use tantivy::collector::{Count, TopDocs};
use tantivy::query::{AllQuery, BooleanQuery, BoostQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::snippet::SnippetGenerator;
use tantivy::{TantivyDocument, Term};

use super::{Search, stored_kind, stored_text, words};
use crate::StoreError;
use crate::register::Entry;

/// The longest query that is read, in characters; the rest is left out.
const LONGEST: usize = 400;
/// Words and phrases that are read of one query.
const MOST_PARTS: usize = 24;
/// About as many characters as a passage shows.
const PASSAGE: usize = 240;

/// A search.
#[derive(Debug, Clone, Default)]
pub struct SearchQuery {
    /// The words.
    pub q: String,
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this body's, by its address.
    pub body: Option<String>,
    /// Only this year's.
    pub year: Option<i16>,
    /// Only this service's.
    pub service: Option<String>,
    /// The page, from 1.
    pub page: u32,
    /// Hits a page.
    pub per_page: u32,
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The line.
    pub entry: Entry,
    /// The passage that fits best, in runs.
    pub passage: Vec<Passage>,
}

/// A run of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words, verbatim.
    pub text: String,
    /// They are what was searched for.
    pub hit: bool,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hits {
    /// This page's hits, best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
    /// The page.
    pub page: u32,
    /// Hits a page.
    pub per_page: u32,
}

impl Search {
    /// Finds records. Words in any form never fail: what cannot be read as a query is read as words.
    pub fn find(&self, q: &SearchQuery) -> Result<Hits, StoreError> {
        let page = q.page.clamp(1, 500);
        let per_page = q.per_page.clamp(1, 100);
        let searcher = self.reader.searcher();
        let wanted = self.read_words(&q.q);
        let mut parts: Vec<(Occur, Box<dyn Query>)> = wanted.into_iter().map(|w| (Occur::Must, w)).collect();
        if parts.is_empty() {
            parts.push((Occur::Must, Box::new(AllQuery)));
        }
        let f = &self.fields;
        let exact = |field: Field, word: &str| -> (Occur, Box<dyn Query>) {
            let term = TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::Basic);
            // A filter must not move the order of the hits.
            (Occur::Must, Box::new(BoostQuery::new(Box::new(term), 0.0)))
        };
        if let Some(kind) = q.kind {
            parts.push(exact(f.kind, kind.word()));
        }
        if let Some(body) = &q.body {
            parts.push(exact(f.body, body));
        }
        if let Some(service) = &q.service {
            parts.push(exact(f.service, service));
        }
        if let Some(year) = q.year {
            let term = TermQuery::new(Term::from_field_i64(f.year, i64::from(year)), IndexRecordOption::Basic);
            parts.push((Occur::Must, Box::new(BoostQuery::new(Box::new(term), 0.0))));
        }
        let query = BooleanQuery::new(parts);
        let top = TopDocs::with_limit(per_page as usize).and_offset(((page - 1) * per_page) as usize).order_by_score();
        let (found, total) = searcher.search(&query, &(top, Count))?;
        let mut passages = SnippetGenerator::create(&searcher, &query, f.text)?;
        passages.set_max_num_chars(PASSAGE);
        let mut hits = Vec::with_capacity(found.len());
        for (_, at) in found {
            let doc: TantivyDocument = searcher.doc(at)?;
            hits.extend(self.hit(&doc, &passages));
        }
        Ok(Hits { hits, total: total as u64, page, per_page })
    }

    fn hit(&self, doc: &TantivyDocument, passages: &SnippetGenerator) -> Option<Hit> {
        let f = &self.fields;
        let kind = stored_kind(doc, f.kind)?;
        let key = stored_text(doc, f.key)?;
        let text = stored_text(doc, f.text).unwrap_or_default();
        let title = stored_text(doc, f.title).unwrap_or_default();
        let passage = runs(&text, passages);
        Some(Hit {
            entry: Entry {
                kind,
                address: titled_address(kind, &key, &title),
                key,
                title,
                on: stored_text(doc, f.on).and_then(|d| d.parse().ok()),
                body: stored_text(doc, f.body),
                body_name: stored_text(doc, f.body_name),
                service: stored_text(doc, f.service),
                version: doc_version(doc, f.version),
            },
            passage,
        })
    }

    /// One query for each word, phrase, prefix and reference; each must be there.
    fn read_words(&self, q: &str) -> Vec<Box<dyn Query>> {
        let q: String = q.chars().take(LONGEST).collect();
        let mut wanted: Vec<Box<dyn Query>> = Vec::new();
        let mut rest = q.clone();
        for reference in find_near(&q) {
            let term = TermQuery::new(Term::from_field_text(self.fields.reference, &reference.digits()), IndexRecordOption::Basic);
            // A paper may name a reference that its record does not list as its own.
            let spelt: Vec<String> = reference.to_string().split(' ').map(Into::into).collect();
            wanted.push(Box::new(BooleanQuery::union(vec![Box::new(BoostQuery::new(Box::new(term), 4.0)), self.phrase(&spelt)])));
            for spelling in [reference.to_string(), reference.slug(), reference.digits()] {
                rest = rest.replace(&spelling, " ");
            }
        }
        for (n, part) in rest.split('"').enumerate() {
            let quoted = n % 2 == 1;
            if quoted {
                let stems = stems(part);
                if !stems.is_empty() {
                    wanted.push(self.phrase(&stems));
                }
                continue;
            }
            for word in part.split_whitespace() {
                let prefix = word.ends_with('*');
                let stems = if prefix { plain(word.trim_end_matches('*')) } else { stems(word) };
                match (stems.as_slice(), prefix) {
                    ([], _) => {}
                    (stems, true) => wanted.push(self.prefix(stems)),
                    (stems, false) => wanted.push(self.phrase(stems)),
                }
            }
        }
        wanted.truncate(MOST_PARTS);
        wanted
    }

    /// A word, or words that must follow one another (`re-open` is two), in title or text; the title counts more.
    fn phrase(&self, stems: &[String]) -> Box<dyn Query> {
        let in_field = |field: Field| -> Box<dyn Query> {
            let mut terms: Vec<Term> = stems.iter().map(|s| Term::from_field_text(field, s)).collect();
            match (terms.len(), terms.pop()) {
                (1, Some(term)) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
                (_, last) => {
                    terms.extend(last);
                    Box::new(PhraseQuery::new(terms))
                }
            }
        };
        let title = Box::new(BoostQuery::new(in_field(self.fields.title), 2.5));
        Box::new(BooleanQuery::union(vec![title, in_field(self.fields.text)]))
    }

    fn prefix(&self, words: &[String]) -> Box<dyn Query> {
        let in_field = |field: Field| -> Box<dyn Query> {
            let terms = words.iter().map(|s| Term::from_field_text(field, s)).collect();
            Box::new(PhrasePrefixQuery::new(terms))
        };
        Box::new(BooleanQuery::union(vec![in_field(self.fields.title), in_field(self.fields.text)]))
    }
}

/// The stems of a text, as the index has them.
fn stems(text: &str) -> Vec<String> {
    let mut analyser = words::english();
    let mut stream = analyser.token_stream(text);
    let mut found = Vec::new();
    while stream.advance() {
        found.push(stream.token().text.clone());
    }
    found
}

/// Words without stemming, for prefixes: the index holds stems, and a stem begins like its word.
fn plain(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// The text in pieces of about three passages, cut at white space.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let enough = rest.char_indices().nth(3 * PASSAGE).map_or(rest.len(), |(at, _)| at);
        let cut = rest[enough..].find(char::is_whitespace).map_or(rest.len(), |at| enough + at);
        let (window, after) = rest.split_at(cut);
        rest = after;
        Some(window)
    })
}

fn runs(text: &str, passages: &SnippetGenerator) -> Vec<Passage> {
    // Looking for the very best passage would stem every word of a long minute; the first that fits is what a reader wants.
    let snippet = windows(text).map(|window| passages.snippet(window)).find(|s| !s.is_empty());
    let Some(snippet) = snippet else {
        let start = redress::public::item::first_words(text, 30);
        return if start.is_empty() { Vec::new() } else { vec![Passage { text: start, hit: false }] };
    };
    let fragment = snippet.fragment();
    let mut out = Vec::new();
    let mut at = 0;
    for range in snippet.highlighted() {
        let (Some(before), Some(hit)) = (fragment.get(at..range.start), fragment.get(range.clone())) else { continue };
        if !before.is_empty() {
            out.push(Passage { text: before.into(), hit: false });
        }
        out.push(Passage { text: hit.into(), hit: true });
        at = range.end;
    }
    if let Some(after) = fragment.get(at..).filter(|a| !a.is_empty()) {
        out.push(Passage { text: after.into(), hit: false });
    }
    out
}

fn doc_version(doc: &TantivyDocument, field: Field) -> u32 {
    use tantivy::schema::Value;
    doc.get_first(field).and_then(|v| v.as_u64()).and_then(|v| u32::try_from(v).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_lose_no_word_and_cut_none() {
        let text = "wörd ".repeat(1_000);
        let joined: Vec<&str> = windows(&text).flat_map(str::split_whitespace).collect();
        assert_eq!(joined.len(), 1_000);
        assert!(joined.iter().all(|w| *w == "wörd"));
    }
}
