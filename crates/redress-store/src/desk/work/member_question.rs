//! What members ask officers, and the answers. A question, an answer and that both went before a meeting are written once.

use redress::access::{Sealed, Subject, SubjectKind};
use redress::members_room::question::Kind;
use redress::restriction::Audience;
use serde_json::json;

use super::next;
use super::paper::{PaperVersion, WorkingPaper, insert as insert_paper, insert_version};
use crate::blob::Shelf;
use crate::desk::Desk;
use crate::desk::journal::{self, Act};
use crate::desk::outbox::{self, Letter};
use crate::{StoreError, chain, on};

/// A question of a member.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct MemberQuestion {
    /// Its number.
    pub id: i64,
    /// The account that asked.
    pub account_id: i64,
    /// The word of its kind.
    pub kind: String,
    /// The post that is asked.
    pub post_id: i64,
    /// What the council calls the post.
    pub post: String,
    /// The item that it is about.
    pub planned_item_id: Option<i64>,
    /// The paper that it is about.
    pub working_paper_id: Option<i64>,
    /// What is asked.
    pub words: String,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: String,
    /// When it was answered.
    pub answered_at: Option<String>,
}

impl MemberQuestion {
    /// What is asked for.
    pub fn kind(&self) -> Kind {
        Kind::of_word(&self.kind).unwrap_or(Kind::Question)
    }
}

/// A question to put to a post.
#[derive(Debug, Clone, Copy)]
pub struct NewQuestion<'a> {
    /// The account that asks.
    pub account: i64,
    /// What is asked for.
    pub kind: Kind,
    /// The post.
    pub post: i64,
    /// The item that it is about.
    pub item: Option<i64>,
    /// The paper that it is about.
    pub paper: Option<i64>,
    /// The cases that it is about.
    pub cases: &'a [i64],
    /// What is asked.
    pub words: &'a str,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct MemberAnswer {
    /// Its words.
    pub words: String,
    /// The paper that came with it.
    pub working_paper_id: Option<i64>,
    /// Who answered.
    pub answered_by: String,
    /// When.
    pub answered_at: String,
}

/// That a question and its answer are before a meeting.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow, serde::Serialize)]
pub struct OnAgenda {
    /// The item.
    pub planned_item_id: i64,
    /// The paper that has both.
    pub working_paper_id: i64,
    /// Who put them there.
    pub put_by: String,
    /// When.
    pub put_at: String,
}

const QUESTIONS: &str = "select q.id, q.account_id, q.kind, q.post_id, p.title as post, q.planned_item_id, q.working_paper_id, q.words,
       q.asked_by, q.asked_at, a.answered_at
     from member_question q join post p on p.id = q.post_id left join member_answer a on a.member_question_id = q.id";

fn about(question: i64) -> String {
    format!("member_question {question}")
}

impl Desk {
    /// Puts a question to a post. `letters` makes the letters that tell of it from its number. The journal has a hash of the words,
    /// which may be about something restricted.
    pub async fn ask_officer(
        &self,
        new: &NewQuestion<'_>,
        letters: &(dyn Fn(i64) -> Vec<Letter> + Sync),
        act: &Act<'_>,
    ) -> Result<i64, StoreError> {
        let failed = StoreError::database("question");
        let mut tx = self.db.write().await?;
        let id = next(&mut tx, "select coalesce(max(id), 0) + 1 from member_question").await?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into member_question (id, account_id, kind, post_id, planned_item_id, working_paper_id, words, asked_by, asked_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
            .bind(id).bind(new.account).bind(new.kind.word()).bind(new.post).bind(new.item).bind(new.paper).bind(new.words)
            .bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        for (position, case) in (1_i64..).zip(new.cases) {
            on!(tx &mut tx, c => sqlx::query("insert into member_question_case (member_question_id, case_file_id, position) values ($1, $2, $3)")
                .bind(id).bind(*case).bind(position).execute(c).await.map(|_| ()))
            .map_err(&failed)?;
        }
        for letter in letters(id) {
            outbox::put(&mut tx, act.at, &letter).await?;
        }
        let told = json!({ "kind": new.kind, "post": new.post, "item": new.item, "paper": new.paper, "cases": new.cases,
            "sha256": chain::sha256(new.words.as_bytes()) });
        journal::write(&mut tx, act, "ask_officer", &about(id), &told).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// A question, sealed: whoever may not read what it is about does not read it.
    pub async fn member_question(&self, id: i64) -> Result<Option<Sealed<MemberQuestion>>, StoreError> {
        Ok(self.questions_where("q.id = $1", id).await?.into_iter().next_back())
    }

    /// Every question, those without an answer first and then the newest, each sealed.
    pub async fn member_questions(&self) -> Result<Vec<Sealed<MemberQuestion>>, StoreError> {
        self.questions_where("q.id > $1", 0).await
    }

    /// What an account asked, each sealed.
    pub async fn questions_of_account(&self, account: i64) -> Result<Vec<Sealed<MemberQuestion>>, StoreError> {
        self.questions_where("q.account_id = $1", account).await
    }

    /// The questions about an item, or whose answer was put before it, each sealed.
    pub async fn questions_of_item(&self, item: i64) -> Result<Vec<Sealed<MemberQuestion>>, StoreError> {
        self.questions_where(
            "(q.planned_item_id = $1 or exists (select 1 from answer_on_agenda g where g.member_question_id = q.id and g.planned_item_id = $1))",
            item,
        )
        .await
    }

    async fn questions_where(&self, condition: &str, value: i64) -> Result<Vec<Sealed<MemberQuestion>>, StoreError> {
        let sql = format!("{QUESTIONS} where {condition} order by case when a.answered_at is null then 0 else 1 end, q.id desc");
        let rows: Vec<MemberQuestion> =
            on!(db &self.db, pool => sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(value).fetch_all(pool).await)
                .map_err(StoreError::database("questions"))?;
        let mut sealed = Vec::with_capacity(rows.len());
        for row in rows {
            let subject = self.subject_of_question(&row).await?;
            sealed.push(Sealed::new(row, subject));
        }
        Ok(sealed)
    }

    async fn subject_of_question(&self, question: &MemberQuestion) -> Result<Subject, StoreError> {
        let cases: Vec<i64> = self.cases_of_question(question.id).await?.into_iter().map(|(case, _)| case).collect();
        self.subject_of_asking(question.account_id, question.planned_item_id, question.working_paper_id, &cases).await
    }

    /// What access asks of a question of an account about these: whatever covers the paper, the item and the cases covers it, and
    /// where nothing does, who asked reads it besides officers.
    pub async fn subject_of_asking(
        &self,
        account: i64,
        item: Option<i64>,
        paper: Option<i64>,
        cases: &[i64],
    ) -> Result<Subject, StoreError> {
        let mut embargoes = Vec::new();
        let mut restriction = None;
        let mut served = Vec::new();
        if let Some(paper) = paper
            && let Some(sealed) = self.working_paper(paper).await?
        {
            restriction.clone_from(&sealed.subject().restriction);
            served.clone_from(&sealed.subject().served);
            embargoes.extend(sealed.subject().embargoes().cloned());
        }
        if let Some(item) = item
            && let Some(item) = self.planned_item(item).await?
        {
            let in_private = self.private_plan(item.id).await?.is_some();
            let of_item = self.words_of_item(&item, SubjectKind::Minute, in_private).await?;
            embargoes.extend(of_item.embargoes().cloned());
            restriction = restriction.or(of_item.restriction);
        }
        for case in cases {
            embargoes.extend(self.embargoes_of_case(*case).await?);
        }
        let asker = Audience { people: [account].into(), ..Audience::nobody() };
        Ok(Subject { served, ..Subject::new(SubjectKind::Paper).restricted(restriction).under_all(embargoes).shown_to(asker) })
    }

    /// The cases that a question is about: number and reference, in the order in which they were named.
    pub async fn cases_of_question(&self, question: i64) -> Result<Vec<(i64, String)>, StoreError> {
        let numbers: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select case_file_id from member_question_case where member_question_id = $1 order by position")
            .bind(question).fetch_all(pool).await)
        .map_err(StoreError::database("questions"))?;
        let mut cases = Vec::with_capacity(numbers.len());
        for number in numbers {
            cases.extend(self.case_file(number).await?.map(|case| (number, case.key.to_string())));
        }
        Ok(cases)
    }

    /// The answer to a question.
    pub async fn answer_to(&self, question: i64) -> Result<Option<MemberAnswer>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select words, working_paper_id, answered_by, answered_at from member_answer where member_question_id = $1")
            .bind(question).fetch_optional(pool).await)
        .map_err(StoreError::database("answer"))
    }

    /// Where a question and its answer went before a meeting.
    pub async fn on_agenda(&self, question: i64) -> Result<Option<OnAgenda>, StoreError> {
        on!(db &self.db, pool => sqlx::query_as(
            "select planned_item_id, working_paper_id, put_by, put_at from answer_on_agenda where member_question_id = $1")
            .bind(question).fetch_optional(pool).await)
        .map_err(StoreError::database("answer"))
    }

    /// Answers a question, once. Says whether it had no answer before.
    pub async fn answer_member(
        &self,
        question: i64,
        words: &str,
        paper: Option<i64>,
        letter: Option<&Letter>,
        act: &Act<'_>,
    ) -> Result<bool, StoreError> {
        let mut tx = self.db.write().await?;
        let done: u64 = on!(tx &mut tx, c => sqlx::query(
            "insert into member_answer (member_question_id, words, working_paper_id, answered_by, answered_at) values ($1, $2, $3, $4, $5)
             on conflict do nothing")
            .bind(question).bind(words).bind(paper).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|d| d.rows_affected()))
        .map_err(StoreError::database("answer"))?;
        if done == 0 {
            return Ok(false);
        }
        if let Some(letter) = letter {
            outbox::put(&mut tx, act.at, letter).await?;
        }
        let told = json!({ "paper": paper, "sha256": chain::sha256(words.as_bytes()) });
        journal::write(&mut tx, act, "answer_member", &about(question), &told).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Puts a question with its answer before a meeting: a paper of the item has both, and the paper of the answer comes along.
    /// None where it is before a meeting already.
    pub async fn put_answer_on_agenda(
        &self,
        question: i64,
        item: i64,
        (statement, version, bytes): (&WorkingPaper, &PaperVersion, &[u8]),
        act: &Act<'_>,
    ) -> Result<Option<i64>, StoreError> {
        let failed = StoreError::database("answer");
        let sha256 = self.files.keep(Shelf::Work, bytes).await?;
        let mut tx = self.db.write().await?;
        let there: i64 = on!(tx &mut tx, c => sqlx::query_scalar("select count(*) from answer_on_agenda where member_question_id = $1")
            .bind(question).fetch_one(c).await)
        .map_err(&failed)?;
        if there > 0 {
            return Ok(None);
        }
        let paper = insert_paper(&mut tx, &WorkingPaper { planned_item_id: Some(item), ..statement.clone() }, act).await?;
        insert_version(&mut tx, &PaperVersion { working_paper_id: paper, ..version.clone() }, &sha256, act).await?;
        on!(tx &mut tx, c => sqlx::query(
            "update working_paper set planned_item_id = $1 where planned_item_id is null
             and id = (select working_paper_id from member_answer where member_question_id = $2)")
            .bind(item).bind(question).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        on!(tx &mut tx, c => sqlx::query(
            "insert into answer_on_agenda (member_question_id, planned_item_id, working_paper_id, put_by, put_at) values ($1, $2, $3, $4, $5)")
            .bind(question).bind(item).bind(paper).bind(act.who).bind(act.at.to_string()).execute(c).await.map(|_| ()))
        .map_err(&failed)?;
        journal::write(&mut tx, act, "put_answer_on_agenda", &about(question), &json!({ "item": item, "paper": paper })).await?;
        tx.commit().await?;
        Ok(Some(paper))
    }

    /// Whom the answer that a paper came with is for; nobody where it came with none.
    pub(super) async fn asked_for_paper(&self, paper: i64) -> Result<Audience, StoreError> {
        let people: Vec<i64> = on!(db &self.db, pool => sqlx::query_scalar(
            "select q.account_id from member_answer a join member_question q on q.id = a.member_question_id where a.working_paper_id = $1")
            .bind(paper).fetch_all(pool).await)
        .map_err(StoreError::database("answer"))?;
        Ok(Audience { people: people.into_iter().collect(), ..Audience::nobody() })
    }
}
