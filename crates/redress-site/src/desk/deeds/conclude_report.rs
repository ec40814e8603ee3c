//! Recording that consideration of the monitoring officer's report was concluded: from then the suspension has an end.

use jiff::civil::Date;
use redress::access::Act;
use redress::body::BodyKind;
use redress::monitoring_report::Section;
use redress_store::desk::work::duty_clock::Follows;
use redress_store::desk::work::monitoring_report::Concluded;

use crate::desk::copies::{self, Duties};
use crate::desk::deed::{About, Context, Deed, Done, Keys, Undone};
use crate::desk::field::{Ask, Field};
use crate::desk::filled::Filled;
use crate::desk::pages::monitoring_report::{self, Loaded};
use crate::failure::Failure;

/// Recording that consideration was concluded.
pub struct ConcludeReport {
    loaded: Loaded,
    items: Vec<Considered>,
}

/// An item about one of its cases, with where and when it was considered.
struct Considered {
    item: i64,
    number: String,
    body: String,
    on: Date,
}

impl Deed for ConcludeReport {
    const PATH: &'static str = "/desk/monitoring-reports/{report}/conclude";
    const TITLE: &'static str = "Record that it was considered";
    const ACT: Act = Act::RecordDecision;
    const FIELDS: &'static [Field] = &[
        Field::new("item", "Item", Ask::OneOf).optional(),
        Field::new("on", "Consideration was concluded on", Ask::Date),
        Field::new("minute", "Meeting and minute", Ask::Line).hint("Cabinet, 1 October 2019, minute 59"),
    ];

    async fn load(context: &Context, keys: &Keys) -> Result<ConcludeReport, Failure> {
        let loaded = monitoring_report::load(context, keys.number("report")?).await?;
        let desk = &context.desk.desk;
        let mut items: Vec<Considered> = Vec::new();
        for case in &loaded.cases {
            for item in desk.items_of_case(case.id).await? {
                let Some(meeting) = desk.planned_meeting(item.planned_meeting_id).await? else { continue };
                let Ok(on) = meeting.on_date.parse() else { continue };
                if !items.iter().any(|i| i.item == item.id) {
                    items.push(Considered { item: item.id, number: item.number, body: meeting.body, on });
                }
            }
        }
        Ok(ConcludeReport { loaded, items })
    }

    fn about(&self) -> About {
        self.loaded.about()
    }

    fn possible(&self) -> bool {
        self.loaded.kept.paper.is_some() && self.loaded.kept.concluded.is_none()
    }

    fn offered(&self, field: &str) -> Vec<(String, String)> {
        let words = |i: &Considered| format!("{}, {}, item {}", i.body, redress::day::long(i.on), i.number);
        match field {
            "item" => self.items.iter().map(|i| (i.item.to_string(), words(i))).collect(),
            _ => Vec::new(),
        }
    }

    async fn carry_out(&self, context: &Context, filled: &Filled) -> Result<Done, Undone> {
        let Some(signed) = self.loaded.kept.report.signed.as_ref().filter(|_| self.loaded.kept.paper.is_some()) else {
            return Err(Undone::wrong("", "The report is not signed: nothing can be considered yet"));
        };
        if self.loaded.kept.concluded.is_some() {
            return Err(Undone::wrong("", "It is on record when this report was considered"));
        }
        let Some(on) = filled.date("on") else { return Err(Undone::wrong("on", "Say on which day")) };
        if on > context.now.date() || on < signed.on {
            return Err(Undone::wrong("on", "The day must be after the signature and not after today"));
        }
        let item = filled.number("item").and_then(|id| self.items.iter().find(|i| i.item == id));
        let section = self.loaded.kept.report.section;
        if let Some(item) = item {
            if item.on != on {
                return Err(Undone::wrong("on", format!("That meeting was on {}", redress::day::long(item.on))));
            }
            let must = if section == Section::FiveA { BodyKind::Executive } else { BodyKind::Council };
            if BodyKind::of(&item.body) != must {
                return Err(Undone::wrong("item", format!("A report of this section is considered at a meeting of the {}", must.words())));
            }
        }
        let by = context.visitor.signed_in.name.clone();
        let concluded = Concluded { on, item: item.map(|i| i.item), minute: filled.get("minute").into(), by };
        let (consider, suspended) = copies::keys(section);
        let act = context.act();
        let mut follows = Follows::default();
        for paper in copies::papers_of_report(&context.desk, &self.loaded.kept).await? {
            let duties = Duties { site: &context.desk, paper, today: context.now.date(), act: &act };
            follows.started.extend(duties.starting(consider, None, "copies of the monitoring officer's report are first sent").await?);
            follows.met.extend(duties.meeting(consider, on, &concluded.minute).await?);
            let because = "consideration of the monitoring officer's report was concluded";
            follows.started.extend(duties.starting(suspended, Some(on), because).await?);
            if section == Section::FiveA {
                let because = "the executive concluded its consideration";
                follows.started.extend(duties.starting("s5a_executive_response_report", None, because).await?);
            }
        }
        if !context.desk.desk.conclude_report(&self.loaded.kept, &concluded, &follows, &act).await? {
            return Err(Undone::changed());
        }
        Ok(Done::made(self.loaded.address(), serde_json::json!({ "concluded": on })))
    }
}
