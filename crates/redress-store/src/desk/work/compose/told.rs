//! Who is told of a publication, and in what words: members of the body when its agenda changed, followers always, each once.

use redress::agenda::change::{Agenda, changes as between};

use super::Composed;
use crate::StoreError;
use crate::db::Tx;
use crate::desk::Desk;
use crate::desk::journal::Act;
use crate::desk::outbox;
use crate::desk::work::clearing::{Change, Clearing, shown_first};
use crate::on;

/// What became of the agenda by a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::desk::work) enum Agended {
    /// Nothing: a decision or a minute was published.
    Same,
    /// It was published for the first time.
    First(Agenda),
    /// It changed: its number from now on, and a sentence for each change.
    Changed(i64, Agenda, Vec<String>),
}

impl Agended {
    /// The version that is to be kept.
    pub(in crate::desk::work) fn version(&self) -> Option<(i64, &Agenda)> {
        match self {
            Agended::Same => None,
            Agended::First(agenda) => Some((1, agenda)),
            Agended::Changed(number, agenda, _) => Some((*number, agenda)),
        }
    }

    /// What changed, a sentence each.
    fn sentences(&self) -> Vec<String> {
        match self {
            Agended::Same => Vec::new(),
            Agended::First(agenda) => agenda.items.iter().map(|i| format!("Item {}: {}", i.number, i.title)).collect(),
            Agended::Changed(_, _, sentences) => sentences.clone(),
        }
    }
}

/// What a composed meeting changes of the agenda as it was published last.
pub(in crate::desk::work) async fn agended(desk: &Desk, clearing: &Clearing<'_>, composed: &Composed) -> Result<Agended, StoreError> {
    let Some(now) = crate::desk::work::agenda_version::of(&composed.reading).filter(|a| !a.items.is_empty()) else {
        return Ok(Agended::Same);
    };
    let versions = desk.agenda_versions(clearing.meeting).await?;
    let Some(last) = versions.iter().next_back() else { return Ok(Agended::First(now)) };
    if last.contents == now {
        return Ok(Agended::Same);
    }
    let sentences = between(&last.contents, &now);
    Ok(Agended::Changed(last.number + 1, now, sentences))
}

/// The addresses of everybody who is told, each once.
pub(in crate::desk::work) async fn addresses(
    desk: &Desk,
    clearing: &Clearing<'_>,
    composed: &Composed,
    agended: &Agended,
) -> Result<Vec<String>, StoreError> {
    let mut all = super::followers(desk, &composed.items).await?;
    if *agended != Agended::Same {
        all.extend(members(desk, clearing.meeting, &clearing.now.date().to_string()).await?);
    }
    all.sort();
    all.dedup();
    Ok(all)
}

/// The addresses of those who sit on the body on the day of the meeting, by either record of it.
async fn members(desk: &Desk, meeting: i64, today: &str) -> Result<Vec<String>, StoreError> {
    on!(db &desk.db, pool => sqlx::query_scalar(
        "select a.email from account a join body_seat s on s.member_id = a.member_id join planned_meeting m on m.body_id = s.body_id
         where m.id = $1 and a.closed_at is null and a.email is not null and s.from_date <= m.on_date and coalesce(s.until_date, '9999-12-31') >= m.on_date
         union
         select a.email from account a join account_seat s on s.account_id = a.id join body b on b.slug = s.body_slug
         join planned_meeting m on m.body_id = b.id
         where m.id = $1 and a.closed_at is null and a.email is not null and s.from_date <= $2 and coalesce(s.until_date, '9999-12-31') >= $2")
        .bind(meeting).bind(today).fetch_all(pool).await)
    .map_err(StoreError::database("members"))
}

/// Puts one message for each in the outbox: what changed on the agenda, and everything that this publication changed.
pub(in crate::desk::work) async fn tell(
    tx: &mut Tx,
    clearing: &Clearing<'_>,
    composed: &Composed,
    (addresses, agended): (&[String], &Agended),
    changes: &[Change],
    act: &Act<'_>,
) -> Result<(), StoreError> {
    let meeting = composed.reading.meetings.first().map(|m| &m.meeting);
    let of = meeting.and_then(|m| Some(format!("{}, {}", m.body.as_deref()?, redress::day::long(m.date?)))).unwrap_or_default();
    // What this publication changed: the first item of the page may be one that went elsewhere.
    let title = changes.iter().find(|c| shown_first(c.publication.kind)).map_or(of.as_str(), |c| c.publication.title.as_str());
    let subject = match agended {
        Agended::Same => format!("Published: {title}"),
        Agended::First(_) => format!("Agenda published: {of}"),
        Agended::Changed(..) => format!("Agenda changed: {of}"),
    };
    let mut body = format!("Published: {}\n\n", clearing.reason);
    let sentences = agended.sentences();
    if !sentences.is_empty() {
        let head = if matches!(agended, Agended::First(_)) { "On the agenda of" } else { "What changed for" };
        body.push_str(&format!("{head} {of}:\n{}\n\n", sentences.join("\n")));
    }
    for line in composed.adding.iter().filter_map(|a| a.supplement.as_ref()) {
        body.push_str(&format!("Supplement {}: {}\n\n", line.number.unwrap_or(0), line.why));
    }
    for change in changes.iter().filter(|c| shown_first(c.publication.kind)) {
        let address = redress::public::titled_address(change.publication.kind, &change.publication.key, &change.publication.title);
        body.push_str(&format!("{}\n{}{address}\n\n", change.publication.title, clearing.base));
    }
    for address in addresses {
        let letter = outbox::Letter {
            to: address.clone(),
            subject: subject.clone(),
            body: body.clone(),
            about: format!("planned_meeting {}", clearing.meeting),
            holds_secret: false,
        };
        outbox::put(tx, act.at, &letter).await?;
    }
    Ok(())
}
