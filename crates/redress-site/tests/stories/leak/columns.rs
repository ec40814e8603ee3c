//! The private columns: every text column of the desk, as the database itself lists them, holds a sentinel or a reason why
//! it holds no words.

use redress_store::desk::Desk;
use sqlx::{Connection, Row};

use super::sentinels::Sentinels;
use crate::world::World;

/// Columns without a sentinel, and why. A star stands for every table.
const WORDLESS: &[(&str, &str)] = &[
    ("*.kind", "a word of a fixed list"),
    ("*.*_at", "an instant"),
    ("*.*_date", "a day"),
    ("*.*_on", "a day"),
    ("*.*sha256", "a hash"),
    ("*.hash", "a hash"),
    ("*.at", "an instant"),
    ("*.because", "the program's own words, but for a hold's, which is planted"),
    ("source.name", "the name of a public page"),
    ("problem.code", "a word of a fixed list"),
    ("draft.body", "planted"),
    ("foreign_number.what", "a word of a fixed list"),
    ("foreign_number.scope", "a number"),
    ("member.slug", "a councillor's public name"),
    ("member.name", "a councillor's public name"),
    ("member.record", "a councillor's public entry: it has no field for a home"),
    ("meeting.key", "day and body of a meeting, public with any of its items"),
    ("meeting.record", "day, body and place of a meeting, public with any of its items"),
    ("body.record", "nothing but what a public list of bodies says"),
    ("decision.record", "the decision of a page of its own, public with it"),
    ("journal.act", "a word of a fixed list"),
    ("publication.*", "the public log itself"),
    ("account.password_hash", "a hash"),
    ("account.totp_secret", "the story `secrets` looks for it"),
    ("session.how", "a word of a fixed list"),
    ("session.roles", "words of a fixed list"),
    ("access_token.scopes", "words of a fixed list"),
    ("post.role", "a word of a fixed list"),
    ("post_alias.name", "another name of a post, which decisions in public call it by"),
    ("reminder.key", "a reference, days and words of a fixed list"),
    ("reminder.duty", "a key of the statute book"),
    ("reminder.to_role", "a word of a fixed list"),
    ("reminder_told.reminder_key", "a reference, days and words of a fixed list"),
    ("reminder_told.instead_role", "a word of a fixed list"),
    ("digest.day", "a day"),
    ("following.since", "an instant"),
    ("embargo_id", "a number"),
    ("ombudsman_paper.dated", "a day"),
    ("ombudsman_paper.received", "a day"),
    ("recommendation.nature", "a word of a fixed list"),
    ("paper_particulars.record", "days, words of fixed lists and the names of councillors"),
    ("duty_clock.duty", "a key of the statute book"),
    ("duty_clock.not_running", "the program's own words"),
    ("duty_event.duty", "a key of the statute book"),
    ("duty_event.what", "a word of a fixed list"),
    ("evidence.media", "a word of a fixed list"),
    ("evidence.looked", "what the program found, in its own words"),
    ("letter.media", "a word of a fixed list"),
    ("case_link.relation", "a word of a fixed list"),
    ("referral.section", "the program's own words"),
    ("referral.received", "a word of a fixed list"),
    ("issue_change.became", "a word of a fixed list"),
    ("scrutiny_recommendation.addressee", "a word of a fixed list"),
    ("planned_meeting.starts", "a time"),
    ("planned_meeting.called_by", "a word of a fixed list"),
    ("planned_item.number", "a number on an agenda"),
    ("planned_item.place", "a word of a fixed list"),
    ("forward_plan_entry.reference", "a number of the plan"),
    ("forward_plan_entry.*_day", "a day"),
    ("standing_item.place", "a word of a fixed list"),
    ("item_event.what", "a word of a fixed list"),
    ("agenda_version.contents", "the public words of an agenda, as they were published"),
    ("meeting_event.what", "a word of a fixed list"),
    ("minute_extract.items", "numbers"),
    ("member_note.page", "a page reference"),
    ("body_seat.capacity", "a word of a fixed list"),
    ("report_stop.due_dates", "days"),
    ("report_event.what", "a word of a fixed list"),
    ("paper_version.media", "a word of a fixed list"),
    ("paper_version.looked", "what the program found, in its own words"),
    ("circulation.to_whom", "the program's own words"),
    ("cleared.reason", "the reason for publishing, which the public reads"),
    ("cleared.public_kind", "a word of a fixed list"),
    ("cleared.public_key", "the key of a public record"),
    ("access_entry.what", "the program's own words"),
    ("recorded_decision.recorded_by", "planted"),
    ("decision_record.maker", "a word of a fixed list"),
    ("decision_record.rules", "numbers and words of a fixed list"),
    ("decision_revision.rules", "numbers and words of a fixed list"),
    ("decision_link.relation", "a word of a fixed list"),
    ("texts_note.governs", "a word of a fixed list"),
];

/// Every text column of the desk's tables with all that stands in it.
pub async fn read(world: &World, schema: &str) -> Vec<(String, String)> {
    match &world.database {
        None => of_file(&world.data().join(format!("{schema}.db"))).await,
        Some(url) => of_server(url, schema).await,
    }
}

async fn of_file(file: &std::path::Path) -> Vec<(String, String)> {
    let mut c = sqlx::SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.expect("the file");
    let listed = "select m.name || '.' || p.name from sqlite_master m join pragma_table_info(m.name) p
                  where m.type = 'table' and m.name not like 'sqlite%' and m.name not like '\\_sqlx%' escape '\\' and lower(p.type) = 'text'";
    let columns: Vec<String> = sqlx::query_scalar(listed).fetch_all(&mut c).await.expect("columns");
    let mut all = Vec::new();
    for column in columns {
        let (table, name) = column.split_once('.').expect("two parts");
        let rows = sqlx::query(sqlx::AssertSqlSafe(format!("select \"{name}\" from \"{table}\" where \"{name}\" is not null")))
            .fetch_all(&mut c)
            .await;
        let said = rows.expect("rows").iter().map(|r| r.get::<String, _>(0)).collect::<Vec<_>>().join("\n");
        all.push((column, said));
    }
    all
}

async fn of_server(url: &str, schema: &str) -> Vec<(String, String)> {
    let mut c = sqlx::PgConnection::connect(url).await.expect("the server");
    let listed = "select table_name || '.' || column_name from information_schema.columns
                  where table_schema = $1 and table_name not like '\\_sqlx%' and data_type in ('text', 'character varying', 'json', 'jsonb')";
    let columns: Vec<String> = sqlx::query_scalar(listed).bind(schema).fetch_all(&mut c).await.expect("columns");
    let mut all = Vec::new();
    for column in columns {
        let (table, name) = column.split_once('.').expect("two parts");
        let sql = format!("select \"{name}\"::text from {schema}.\"{table}\" where \"{name}\" is not null");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql)).fetch_all(&mut c).await;
        let said = rows.expect("rows").iter().map(|r| r.get::<String, _>(0)).collect::<Vec<_>>().join("\n");
        all.push((column, said));
    }
    all
}

/// The columns that hold neither a sentinel nor a reason; there must be none.
pub async fn unplanted(world: &World, _desk: &Desk, planted: &Sentinels) -> Vec<String> {
    let columns = read(world, "desk").await;
    assert!(columns.len() > 120, "{}", columns.len());
    let bare = columns.into_iter().filter(|(_, said)| planted.found(said.as_bytes()).is_empty());
    bare.map(|(column, _)| column).filter(|column| !WORDLESS.iter().any(|(known, _)| fits(known, column))).collect()
}

fn fits(known: &str, column: &str) -> bool {
    let (Some((table, name)), Some((of, is))) = (known.split_once('.'), column.split_once('.')) else { return false };
    let ends = name.strip_prefix('*').is_some_and(|end| is.ends_with(end));
    (table == "*" || table == of) && (ends || name == is)
}
