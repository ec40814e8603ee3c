//! Officers' reports: written, cleared, finished, carried from body to body, read from Word.

mod at_work;
mod from_docx;
mod travels;
mod write_and_clear;
