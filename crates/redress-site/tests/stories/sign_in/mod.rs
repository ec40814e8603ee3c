//! Officers sign in, stay signed in as long as they should, and nobody else gets in.

mod at_the_door;
mod links;
mod people;
mod second_factor;
mod secrets;
mod sessions;
mod tokens;

use jiff::civil::{Date, date};
use redress::reader::Role;
use redress_site::clock::Clock;
use redress_site::sign_in::settings::Settings;

use super::browser::{PASSWORD, person};
use super::world::{Running, World};

const NAME: &str = "ayesha.khan@thornmere.example";
const TODAY: Date = date(2026, 1, 20);

/// A council with a monitoring officer, served by a clock that the story may move.
async fn council() -> (World, Running, Clock, i64) {
    let world = World::new().await;
    world.done(&["init", "Thornmere Borough Council"]);
    let clock = Clock::on(TODAY);
    let site = world.serve_desk_with(&clock, Settings { behind_proxy: true, ..Settings::default() }).await;
    let account = person(site.desk(), NAME, "Ayesha Khan", Role::MonitoringOfficer, date(2026, 1, 1)).await;
    (world, site, clock, account)
}
