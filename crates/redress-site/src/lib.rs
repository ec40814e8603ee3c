//! The program's pages: what the public reads of the register, and the addresses it reads it at.

/// Every address, one line each.
pub mod routes;
/// What every page needs: the register, the search index, the council's name.
pub mod site;
/// One file per page.
pub mod pages;
/// The frame around a page and the parts that pages share.
pub mod layout;
/// Feeds, calendar, sitemap and the description of the JSON.
pub mod feeds;
/// Every way in which a page can fail.
pub mod failure;
/// Headers that tell a browser what the pages never do.
pub mod security;
/// The style sheet and the icon, in the program itself.
pub mod asset;
/// The one place that reads the clock.
pub mod clock;
/// Answers kept until something is published.
pub mod cache;
/// The commands.
pub mod cli;
/// The server.
pub mod server;
/// Reading sources and taking them in.
pub mod taking;
