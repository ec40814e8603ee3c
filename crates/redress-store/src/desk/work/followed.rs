//! Everything that runs, read at once for a round: recommendations and duties with the embargoes that cover them.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use redress::access::{Subject, SubjectKind};
use redress::embargo::Embargo;

use super::duty_clock::Standing;
use super::read;
use super::recommendation::KeptRecommendation;
use crate::desk::Desk;
use crate::{StoreError, on};

/// A recommendation with what access asks of its case.
#[derive(Debug, Clone)]
pub struct FollowedRecommendation {
    /// The recommendation.
    pub kept: KeptRecommendation,
    /// Its case, with the embargo that covers it.
    pub subject: Subject,
}

/// A duty with what access asks of its paper.
#[derive(Debug, Clone)]
pub struct FollowedDuty {
    /// The duty with where it stands.
    pub standing: Standing,
    /// The case that the paper deals with first.
    pub case: String,
    /// Its paper, with the embargo that covers it.
    pub subject: Subject,
}

/// Everything that is followed up.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// Recommendations, by original date.
    pub recommendations: Vec<FollowedRecommendation>,
    /// Duties, by day.
    pub duties: Vec<FollowedDuty>,
}

impl Desk {
    /// Everything that is followed up, satisfied and met ones too, as it stands at a moment.
    pub async fn followed(&self, now: DateTime) -> Result<Followed, StoreError> {
        let (papers, cases) = (self.embargoes_of_papers().await?, self.embargoes_of_cases().await?);
        let of_case = |case: &i64| Subject::new(SubjectKind::Case).under_all(cases.get(case).cloned().unwrap_or_default());
        let first = self.first_cases().await?;
        let recommendations = self.all_recommendations().await?.into_iter();
        let duties = self.all_duties(now.date()).await?.into_iter();
        Ok(Followed {
            recommendations: recommendations.map(|kept| FollowedRecommendation { subject: of_case(&kept.case_file_id), kept }).collect(),
            duties: duties
                .map(|standing| {
                    let paper = standing.clock.ombudsman_paper_id;
                    let case = first.get(&paper).cloned().unwrap_or_default();
                    FollowedDuty {
                        subject: Subject::new(SubjectKind::OmbudsmanPaper).embargoed(papers.get(&paper).cloned()),
                        standing,
                        case,
                    }
                })
                .collect(),
        })
    }

    /// The embargoes of papers.
    async fn embargoes_of_papers(&self) -> Result<BTreeMap<i64, Embargo>, StoreError> {
        let rows: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select p.id, e.record from embargo e join ombudsman_paper p on p.embargo_id = e.id order by p.id").fetch_all(pool).await)
        .map_err(StoreError::database("embargoes"))?;
        rows.into_iter().map(|(paper, record)| Ok((paper, read("embargo", &record)?))).collect()
    }

    /// The key of the first case of each paper.
    async fn first_cases(&self) -> Result<BTreeMap<i64, String>, StoreError> {
        let rows: Vec<(i64, String)> = on!(db &self.db, pool => sqlx::query_as(
            "select pc.ombudsman_paper_id, f.key from paper_case pc join case_file f on f.id = pc.case_file_id where pc.position = 1")
            .fetch_all(pool).await)
        .map_err(StoreError::database("case files"))?;
        Ok(rows.into_iter().collect())
    }

    /// The open recommendations that a post owns.
    pub async fn open_of_post(&self, post: i64) -> Result<Vec<KeptRecommendation>, StoreError> {
        let all = self.all_recommendations().await?;
        Ok(all.into_iter().filter(|r| r.tracked.owner() == post && !r.tracked.satisfied()).collect())
    }

    /// The last day of the last holder of a post, where it is over on a day; closed accounts count.
    pub async fn left_on(&self, today: Date) -> Result<BTreeMap<i64, Date>, StoreError> {
        let rows: Vec<(i64, Option<String>, Option<String>)> = on!(db &self.db, pool => sqlx::query_as(
            "select h.post_id, h.until_date, a.closed_at from holding h join account a on a.id = h.account_id
             where h.from_date <= $1 and (h.until_date < $1 or a.closed_at is not null)").bind(today.to_string()).fetch_all(pool).await)
        .map_err(StoreError::database("posts"))?;
        let mut left = BTreeMap::new();
        for (post, until, closed) in rows {
            let day = |text: Option<String>| text.and_then(|t| t.get(..10)?.parse::<Date>().ok());
            let Some(last) = day(until).into_iter().chain(day(closed)).min() else { continue };
            let latest = left.entry(post).or_insert(last);
            *latest = last.max(*latest);
        }
        Ok(left)
    }
}
