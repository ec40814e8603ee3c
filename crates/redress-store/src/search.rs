//! The search index of a node: built from the publications in their order, and from nothing else.
//!
//! It can be deleted at any time; `redress reindex`, or the next start, builds it again. English stems, phrases,
//! prefixes; `LGO`, `LGSCO` and `Ombudsman` find each other; references are found in any spelling.

/// What a search asks.
mod ask;
/// The words as the index knows them.
mod words;

use std::path::Path;
use std::sync::{Arc, Mutex};

use redress::public::{Kind, Record};
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::StoreError;
use crate::register::Register;

pub use ask::{Hit, Hits, Passage, SearchQuery};

/// Memory for writing, in bytes: one thread's worth, so that a node stays small.
const WRITING: usize = 50_000_000;

/// The index of a node. A clone shares it.
#[derive(Clone)]
pub struct Search {
    index: Index,
    reader: IndexReader,
    fields: Fields,
    writer: Arc<Mutex<Option<IndexWriter>>>,
}

#[derive(Clone, Copy)]
struct Fields {
    record: Field,
    kind: Field,
    key: Field,
    title: Field,
    text: Field,
    reference: Field,
    on: Field,
    body: Field,
    body_name: Field,
    year: Field,
    service: Field,
    version: Field,
}

impl Search {
    /// Opens the index in a folder, or makes an empty one. An index that cannot be read is made anew.
    pub fn open(folder: &Path) -> Result<Search, StoreError> {
        let disk = |source| StoreError::Disk { doing: format!("the folder {} could not be made", folder.display()), source };
        std::fs::create_dir_all(folder).map_err(disk)?;
        let (schema, fields) = schema();
        let place = tantivy::directory::MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let index = match Index::open_or_create(place, schema.clone()) {
            Ok(index) => index,
            Err(_) => {
                // It holds nothing that the register does not: an old form or a damaged one is thrown away.
                std::fs::remove_dir_all(folder).map_err(disk)?;
                std::fs::create_dir_all(folder).map_err(disk)?;
                Index::create_in_dir(folder, schema)?
            }
        };
        Search::over(index, fields)
    }

    fn over(index: Index, fields: Fields) -> Result<Search, StoreError> {
        index.tokenizers().register(words::ENGLISH, words::english());
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Search { index, reader, fields, writer: Arc::default() })
    }

    /// The last publication that the index holds.
    pub fn latest(&self) -> Result<u64, StoreError> {
        let payload = self.index.load_metas()?.payload;
        Ok(payload.and_then(|p| p.parse().ok()).unwrap_or(0))
    }

    /// Takes in what was published since; gives how many publications. Calls `each` now and then with the place reached.
    pub async fn follow(&self, register: &Register, each: &(dyn Fn(u64) + Sync)) -> Result<u64, StoreError> {
        let mut at = self.latest()?;
        if at > register.latest().await? {
            // The register is another one, or was restored to an earlier day.
            self.clear()?;
            at = 0;
        }
        let from = at;
        let mut since_commit = 0;
        loop {
            let rows = register.log_after(at, 500).await?;
            let Some(last) = rows.last() else { break };
            at = u64::try_from(last.seq).unwrap_or(at);
            self.with_writer(|writer| {
                for row in &rows {
                    self.put(writer, row)?;
                }
                Ok(())
            })?;
            since_commit += rows.len();
            if since_commit >= 20_000 {
                self.commit(at)?;
                since_commit = 0;
            }
            each(at);
        }
        if since_commit > 0 {
            self.commit(at)?;
        }
        Ok(at - from)
    }

    /// Empties the index; the next `follow` fills it again.
    pub fn clear(&self) -> Result<(), StoreError> {
        self.with_writer(|writer| {
            writer.delete_all_documents()?;
            Ok(())
        })?;
        self.commit(0)
    }

    fn commit(&self, at: u64) -> Result<(), StoreError> {
        self.with_writer(|writer| {
            let mut commit = writer.prepare_commit()?;
            commit.set_payload(&at.to_string());
            commit.commit()?;
            Ok(())
        })?;
        self.reader.reload()?;
        Ok(())
    }

    /// Gives up the writer, so that another process may write.
    pub fn rest(&self) {
        if let Ok(mut writer) = self.writer.lock() {
            *writer = None;
        }
    }

    fn with_writer(&self, write: impl FnOnce(&mut IndexWriter) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut guard = self.writer.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if guard.is_none() {
            *guard = Some(self.index.writer_with_num_threads(1, WRITING)?);
        }
        match guard.as_mut() {
            Some(writer) => write(writer),
            None => Ok(()),
        }
    }

    fn put(&self, writer: &mut IndexWriter, row: &crate::register::LogRow) -> Result<(), StoreError> {
        let f = &self.fields;
        let record_id = format!("{}/{}", row.kind, row.key);
        writer.delete_term(Term::from_field_text(f.record, &record_id));
        if row.withdrawn {
            return Ok(());
        }
        let record: Record = serde_json::from_str(&row.body).map_err(StoreError::body(format!("publication {}", row.seq)))?;
        let listing = record.listing();
        let mut doc = TantivyDocument::default();
        doc.add_text(f.record, &record_id);
        doc.add_text(f.kind, &row.kind);
        doc.add_text(f.key, &row.key);
        doc.add_text(f.title, &listing.title);
        doc.add_text(f.text, &listing.text);
        doc.add_u64(f.version, u64::try_from(row.version).unwrap_or(0));
        for reference in &listing.references {
            doc.add_text(f.reference, reference.digits());
        }
        if let Some(on) = listing.on {
            doc.add_text(f.on, on.to_string());
            doc.add_i64(f.year, i64::from(on.year()));
        }
        if let Some(body) = &listing.body {
            doc.add_text(f.body, body);
        }
        if let Some(name) = body_name(&record) {
            doc.add_text(f.body_name, name);
        }
        if let Some(service) = &listing.service {
            doc.add_text(f.service, service);
        }
        writer.add_document(doc)?;
        Ok(())
    }
}

/// The body's name as the record itself gives it.
fn body_name(record: &Record) -> Option<&str> {
    match record {
        Record::Meeting(m) => m.body.as_deref(),
        Record::Item(i) => i.body.as_deref(),
        Record::Decision(d) => d.decision_maker.as_deref(),
        Record::Body(b) => Some(&b.name),
        Record::ForwardPlan(e) => e.body_name(),
        Record::Member(_)
        | Record::Issue(_)
        | Record::Case(_)
        | Record::Improvement(_)
        | Record::Figures(_)
        | Record::Document(_)
        | Record::Restriction(_) => None,
        Record::ScrutinyRecommendation(r) => Some(&r.recommendation.committee),
        Record::Action(a) => Some(&a.body),
    }
}

fn schema() -> (Schema, Fields) {
    let mut b = Schema::builder();
    let english = |stored: bool| {
        let indexing =
            TextFieldIndexing::default().set_tokenizer(words::ENGLISH).set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let options = TextOptions::default().set_indexing_options(indexing);
        if stored { options.set_stored() } else { options }
    };
    let fields = Fields {
        record: b.add_text_field("record", STRING),
        kind: b.add_text_field("kind", STRING | STORED),
        key: b.add_text_field("key", STRING | STORED),
        title: b.add_text_field("title", english(true)),
        text: b.add_text_field("text", english(true)),
        reference: b.add_text_field("reference", STRING | STORED),
        on: b.add_text_field("on", STORED),
        body: b.add_text_field("body", STRING | STORED),
        body_name: b.add_text_field("body_name", STORED),
        year: b.add_i64_field("year", INDEXED | FAST),
        service: b.add_text_field("service", STRING | STORED),
        version: b.add_u64_field("version", STORED),
    };
    (b.build(), fields)
}

fn stored_text(doc: &TantivyDocument, field: Field) -> Option<String> {
    doc.get_first(field).and_then(|v| v.as_str().map(Into::into))
}

fn stored_kind(doc: &TantivyDocument, field: Field) -> Option<Kind> {
    stored_text(doc, field).and_then(|w| Kind::of_word(&w))
}
