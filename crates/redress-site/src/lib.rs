//! The program's pages: what the public reads of the register, and the addresses it reads it at.

/// The style sheet and the icon, in the program itself.
pub mod asset;
/// Bundles of evidence as files.
pub mod bundle;
/// Answers kept until something is published.
pub mod cache;
/// The commands.
pub mod cli;
/// The one place that reads the clock.
pub mod clock;
/// The council's colour.
pub mod colour;
/// How the council works.
pub mod council;
/// The desk's pages and acts.
pub mod desk;
/// Every way in which a page can fail.
pub mod failure;
/// Feeds, calendar, sitemap and the description of the JSON.
pub mod feeds;
/// The frame around a page and the parts that pages share.
pub mod layout;
/// One file per page.
pub mod pages;
/// Every address, one line each.
pub mod routes;
/// Headers that tell a browser what the pages never do.
pub mod security;
/// The server.
pub mod server;
/// Signing in.
pub mod sign_in;
/// What every page needs: the register, the search index, the council's name.
pub mod site;
/// The statute book in words: questions, answers with their working.
pub mod statute;
/// Reading sources and taking them in.
pub mod taking;
