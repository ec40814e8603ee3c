-- The case: the spine of everything that the Ombudsman asked. Terms of a recommendation are written once; what was done about
-- it stands in its record, to which the acts only add.

-- A case file, by its reference as in addresses or by a placeholder while the reference is unknown: PREV-3.
create table case_file (
    id bigint primary key,
    key text not null,
    record text not null,
    revision bigint not null,
    opened_by text not null,
    opened_at text not null
);
create unique index case_file_once on case_file (key);

-- A paper of the Ombudsman's may deal with several cases, and a case has several papers.
create table paper_case (
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    case_file_id bigint not null references case_file (id),
    position bigint not null,
    primary key (ombudsman_paper_id, case_file_id)
);
create index paper_case_of_case on paper_case (case_file_id);

-- What else a paper says of itself: publication, the day for an answer, the outcome, why it is a report. A day that is not
-- known is null; `received` in ombudsman_paper is empty where the day of receipt is not known.
create table paper_particulars (
    ombudsman_paper_id bigint primary key references ombudsman_paper (id),
    record text not null
);

insert into case_file (id, key, record, revision, opened_by, opened_at)
    select min(id), reference, '{}', 1, min(registered_by), min(registered_at) from ombudsman_paper group by reference;
insert into paper_case (ombudsman_paper_id, case_file_id, position)
    select p.id, f.id, 1 from ombudsman_paper p join case_file f on f.key = p.reference;

-- No version of Redress was released with the table that this one takes the place of.
drop table recommendation;
create table recommendation (
    id bigint primary key,
    case_file_id bigint not null references case_file (id),
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    number bigint not null,
    nature text not null,
    due_on text,
    record text not null,
    revision bigint not null,
    added_by text not null,
    added_at text not null
);
create unique index recommendation_once on recommendation (case_file_id, number);
create index recommendation_of_paper on recommendation (ombudsman_paper_id);
create index recommendation_by_day on recommendation (due_on);

-- A duty that a paper starts: its day, or why it has none yet, or why it does not run.
create table duty_clock (
    id bigint primary key,
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    duty text not null,
    from_date text,
    due_on text,
    other_due_on text,
    because text not null,
    not_running text,
    made_at text not null
);
create unique index duty_clock_once on duty_clock (ombudsman_paper_id, duty);
create index duty_clock_by_day on duty_clock (due_on);
insert into duty_clock (id, ombudsman_paper_id, duty, from_date, due_on, because, made_at)
    select id, ombudsman_paper_id, duty, from_date, due_on, because, made_at from owed;
drop table owed;

-- What the law names as meeting a duty, or more time in writing: with its proof, who wrote it down and when.
create table duty_event (
    id bigint primary key,
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    duty text not null,
    what text not null,
    on_date text not null,
    proof text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index duty_event_of_paper on duty_event (ombudsman_paper_id, duty);

-- A letter about one or several cases, from the Ombudsman or to them. It is not changed.
create table letter (
    id bigint primary key,
    record text not null,
    summary text not null,
    sha256 text not null,
    name text not null,
    media text not null,
    bytes bigint not null,
    logged_at text not null
);
create table letter_case (
    letter_id bigint not null references letter (id),
    case_file_id bigint not null references case_file (id),
    primary key (letter_id, case_file_id)
);
create index letter_case_of_case on letter_case (case_file_id);

-- Which case follows which, and which recommendations live on in a later one. Nothing is copied.
create table case_link (
    id bigint primary key,
    later_case_id bigint not null references case_file (id),
    earlier_case_id bigint not null references case_file (id),
    relation text not null,
    paper text,
    linked_by text not null,
    linked_on text not null
);
create unique index case_link_once on case_link (later_case_id, earlier_case_id, relation);
create index case_link_of_earlier on case_link (earlier_case_id);
create table carried_forward (
    recommendation_id bigint not null references recommendation (id),
    into_case_id bigint not null references case_file (id),
    letter_id bigint not null references letter (id),
    carried_by text not null,
    carried_on text not null,
    primary key (recommendation_id, into_case_id)
);
create index carried_forward_into on carried_forward (into_case_id);

-- An item may consider several cases, in the order in which the clerk typed them.
create table item_case (
    planned_item_id bigint not null references planned_item (id),
    case_file_id bigint not null references case_file (id),
    position bigint not null,
    primary key (planned_item_id, case_file_id)
);
create index item_case_of_case on item_case (case_file_id);
insert into item_case (planned_item_id, case_file_id, position)
    select i.id, c.case_file_id, 1 from planned_item i join paper_case c on c.ombudsman_paper_id = i.ombudsman_paper_id;
