//! The reminders' job: plans what is to be told today, and puts it in the outbox, each message once. It runs when the program
//! starts, every hour after, and when the day changes, on every node; which node tells does not matter.

use std::time::Duration;

use jiff::SignedDuration;
use redress::access::Subject;
use redress::ombudsman::follow_up::{About, DutyAlarm, Message, Person, Sort, addressed, round};
use redress_store::StoreError;
use redress_store::desk::journal::Act;
use redress_store::desk::outbox::Letter;
use redress_store::desk::work::followed::Followed;
use redress_store::desk::work::reminder::{Digest, Telling};

use super::owing::{self, Line, Who};
use super::{DeskSite, started};

/// How often the clock is looked at.
const LOOK: Duration = Duration::from_secs(20);
/// How long until the next round.
const EVERY: SignedDuration = SignedDuration::from_hours(1);
/// Who the journal says it was.
const WHO: &str = "Redress";

/// What is to be told, not told yet.
#[derive(Debug, Clone)]
pub struct Planned {
    tellings: Vec<Telling>,
    digests: Vec<Digest>,
    day: jiff::civil::Date,
}

/// Tells what is to be told until the program ends.
pub async fn keep(desk: DeskSite) {
    loop {
        let began = desk.clock().now();
        if let Err(e) = run(&desk).await {
            eprintln!("redress: reminders: {e}");
        }
        loop {
            tokio::time::sleep(LOOK).await;
            let now = desk.clock().now();
            if now.date() != began.date() || now.timestamp().duration_since(began.timestamp()) >= EVERY {
                break;
            }
        }
    }
}

/// One round; gives how many messages and daily e-mails went.
pub async fn run(desk: &DeskSite) -> Result<(usize, usize), StoreError> {
    let planned = plan(desk).await?;
    send(desk, &planned).await
}

/// Puts everything planned in the outbox, all or nothing; what another node told meanwhile is left out.
pub async fn send(desk: &DeskSite, planned: &Planned) -> Result<(usize, usize), StoreError> {
    let act = Act { who: WHO, at: desk.clock().now().timestamp() };
    desk.desk.tell(&planned.tellings, &planned.digests, planned.day, &act).await
}

/// Plans a round, and writes nothing.
pub async fn plan(desk: &DeskSite) -> Result<Planned, StoreError> {
    let now = desk.clock().now().datetime();
    let today = now.date();
    let followed = desk.desk.followed(now).await?;
    let people = desk.desk.people_on(today).await?;
    let sent = desk.desk.told_keys().await?;
    let running = followed.duties.iter().filter(|d| !d.standing.state.over() && owing::is_last_day(&d.standing.clock.duty));
    let alarms: Vec<DutyAlarm> = running.filter_map(alarm).collect();
    let tracked = followed.recommendations.iter().map(|r| (r.kept.id, &r.kept.tracked));
    let messages = round(tracked, &alarms, &sent, today, &desk.site.calendar);
    let mut tellings: Vec<Telling> = Vec::new();
    if !messages.is_empty() {
        let posts = desk.desk.posts().await?;
        for message in messages {
            let service = |post: i64| posts.iter().find(|p| p.id == post).and_then(|p| p.area.as_deref());
            let Some((subject, post, title)) = concerns(&followed, &message) else { continue };
            let to = addressed(message.to, post, post.and_then(service), subject, &people, now);
            // Nobody can be told today: it stays owed, and My work lists what nobody holds.
            if to.accounts.is_empty() {
                continue;
            }
            let letters = letters(&message, &title, &to.accounts, &tellings, &people, &desk.site.base);
            tellings.push(Telling { message, to, letters });
        }
    }
    let had = desk.desk.digests_of(today).await?;
    let digests = if people.iter().all(|p| p.email.is_none() || had.contains(&p.signed_in.account)) {
        Vec::new()
    } else {
        let lines = owing::of(&desk.desk, now, &people, followed).await?;
        let without = people.iter().filter(|p| !had.contains(&p.signed_in.account));
        without.filter_map(|person| digest(person, &lines, now, &desk.site.base)).collect()
    };
    Ok(Planned { tellings, digests, day: today })
}

fn alarm(of: &redress_store::desk::work::followed::FollowedDuty) -> Option<DutyAlarm> {
    let clock = &of.standing.clock;
    Some(DutyAlarm { paper: clock.ombudsman_paper_id, duty: clock.duty.clone(), alarm: of.standing.alarm? })
}

/// What access is asked about, the post that owns it, and what letters call it.
fn concerns<'a>(followed: &'a Followed, message: &Message) -> Option<(&'a Subject, Option<i64>, String)> {
    match &message.about {
        About::Recommendation(id) => {
            let one = followed.recommendations.iter().find(|r| r.kept.id == *id)?;
            let title = format!("Recommendation {}", one.kept.tracked.asked().key());
            Some((&one.subject, Some(one.kept.tracked.owner()), title))
        }
        About::Duty { paper, duty } => {
            let one = followed.duties.iter().find(|d| d.standing.clock.ombudsman_paper_id == *paper && d.standing.clock.duty == *duty)?;
            Some((&one.subject, None, format!("{}, case {}", started::duty_words(duty), one.case.replace('-', " "))))
        }
    }
}

/// The letters of a message: key, date and link. Who hears the same of the same day in this round gets one letter.
fn letters(message: &Message, title: &str, accounts: &[i64], before: &[Telling], people: &[Person], base: &str) -> Vec<Letter> {
    let same = |t: &&Telling| t.message.about == message.about && t.message.kind == message.kind && t.message.on == message.on;
    let told: Vec<i64> = before.iter().filter(same).flat_map(|t| t.to.accounts.iter().copied()).collect();
    let address = match &message.about {
        About::Recommendation(id) => format!("{base}/desk/recommendations/{id}"),
        About::Duty { paper, .. } => format!("{base}/desk/ombudsman-papers/{paper}"),
    };
    let day = redress::day::with_weekday(message.on);
    let new = people.iter().filter(|p| accounts.contains(&p.signed_in.account) && !told.contains(&p.signed_in.account));
    new.filter_map(|person| {
        Some(Letter {
            to: person.email.clone()?,
            subject: format!("{}: {title}", message.words),
            body: format!("{}.\n\n{title}\nDate: {day}\n{address}\n", message.words),
            about: format!("reminder {}", message.key),
            holds_secret: false,
        })
    })
    .collect()
}

/// The daily e-mail of a person; none where nothing is owed by them.
fn digest(person: &Person, lines: &[Line], now: jiff::civil::DateTime, base: &str) -> Option<Digest> {
    let to = person.email.clone()?;
    let who = Who::person(person);
    let wanted = |line: &&Line| {
        let asks = matches!(line.owed.sort, Sort::Update | Sort::Silence | Sort::Waiting | Sort::LeftBehind);
        who.owes(line) && (asks || line.owed.soon(now.date())) && person.reads(&line.subject, now)
    };
    let own: Vec<&Line> = lines.iter().filter(wanted).collect();
    if own.is_empty() {
        return None;
    }
    let mut body = String::from("Owed by you, by date:\n\n");
    for line in &own {
        let day = line.owed.on.map_or("no date yet".into(), redress::day::with_weekday);
        let late = if line.owed.overdue() { ", overdue" } else { "" };
        body += &format!("{day}{late}: {} ({})\n{base}{}\n\n", line.title, line.owed.sort.words(), line.address);
    }
    body += &format!("Everything of yours: {base}/desk\n");
    let about = format!("digest {} {}", person.signed_in.account, now.date());
    let subject = if own.len() == 1 { "My work: one thing is owed".into() } else { format!("My work: {} things are owed", own.len()) };
    Some(Digest { account: person.signed_in.account, letter: Letter { to, subject, body, about, holds_secret: false } })
}
