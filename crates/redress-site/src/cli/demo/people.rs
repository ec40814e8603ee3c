//! The invented officers and members who can sign in to the demonstration. Their password is no secret: it is printed.

use jiff::civil::Date;
use redress::reader::Role;
use redress::sign_in::secret::Secret;
use redress_store::desk::Desk;
use redress_store::desk::account::post::Days;
use redress_store::desk::account::{Kind, NewAccount};
use redress_store::desk::journal::Act;

use crate::sign_in::password;

/// The password of everybody in the demonstration.
pub const PASSWORD: &str = "thornmere demonstration";

/// Sign-in name, name, role, and the bodies on which the person sits.
const PEOPLE: &[(&str, &str, Role, &[&str])] = &[
    ("link", "Imogen Farrier", Role::LinkOfficer, &[]),
    ("monitoring", "Desmond Achterberg", Role::MonitoringOfficer, &[]),
    ("deputy", "Farida Holloway", Role::DeputyMonitoringOfficer, &[]),
    ("clerk", "Tobias Wren", Role::DemocraticServices, &[]),
    ("author", "Hester Quillfeather", Role::ReportAuthor, &[]),
    ("legal", "Oluwaseun Barrow", Role::ClearanceOfficer, &[]),
    ("director", "Marguerite Pell", Role::ServiceDirector, &[]),
    ("chief", "Alasdair Thwaite", Role::ChiefExecutive, &[]),
    ("member", "Councillor Maribel Ostergate", Role::Member, &["cabinet"]),
    ("backbench", "Councillor Kwabena Littlemore", Role::Member, &[]),
    ("coopted", "Reverend Silvan Okonjo", Role::CoOptedMember, &[]),
    ("auditor", "Bettina Marchbanks", Role::Auditor, &[]),
    ("admin", "Cormac Dunleavy", Role::Administrator, &[]),
];

/// Opens the accounts that are not there yet, each in its post since the first day that the demonstration can show.
pub async fn arrive(desk: &Desk, act: &Act<'_>) -> anyhow::Result<()> {
    if desk.account_named("link").await?.is_some() {
        return Ok(());
    }
    let hash = password::hash(Secret::new(PASSWORD)).await.map_err(|_| anyhow::anyhow!("the demonstration's password cannot be hashed"))?;
    let days = Days { from: Date::constant(2019, 1, 1), until: None };
    for (name, full_name, role, seats) in PEOPLE {
        let email = format!("{name}@thornmere.example");
        // Members and co-opted members are on record as such, and their accounts have the rights of their seats.
        let member = desk.member_named(full_name).await?;
        let new = NewAccount { name, full_name, email: Some(&email), kind: Kind::Person, member };
        let Some(account) = desk.open_account(act, new).await? else { continue };
        desk.change_password(act, account, &hash, None, None).await?;
        let post = desk.make_post(act, role.words(), *role, None).await?;
        desk.appoint(act, post, account, days).await?;
        // The leader is told of a report, and of nothing else by that post.
        if seats.contains(&"cabinet") {
            let leader = desk.make_post(act, "Leader of the council", *role, None).await?;
            desk.appoint(act, leader, account, days).await?;
        }
        for seat in *seats {
            desk.seat(act, account, seat, days).await?;
        }
    }
    Ok(())
}

/// Who can sign in, for the terminal.
pub fn printed() -> String {
    let mut text = format!("Sign in at /desk with the password “{PASSWORD}” as:\n");
    for (name, full_name, role, _) in PEOPLE {
        text.push_str(&format!("  {name:<12}{full_name}, {}\n", role.words().to_lowercase()));
    }
    text
}
