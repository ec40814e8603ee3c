-- What officers work on. Nothing here is published as it stands: publishing writes what was cleared as the drafts of a
-- source of the desk's own. Nested parts of a record stand in its `record` as JSON.

create table embargo (
    id bigint primary key,
    record text not null
);

-- The Ombudsman's papers: one by reference, kind and date.
create table ombudsman_paper (
    id bigint primary key,
    reference text not null,
    kind text not null,
    dated text,
    received text not null,
    subject text not null,
    services text not null,
    complainant text not null,
    embargo_id bigint references embargo (id),
    registered_by text not null,
    registered_at text not null
);
create unique index ombudsman_paper_once on ombudsman_paper (reference, kind, coalesce(dated, ''));

create table recommendation (
    id bigint primary key,
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    label text not null,
    nature text not null,
    words text not null,
    due_on text,
    rule text,
    pence bigint,
    added_by text not null,
    added_at text not null
);
create unique index recommendation_once on recommendation (ombudsman_paper_id, label);

-- What follows from an event by law, and from which day.
create table owed (
    id bigint primary key,
    ombudsman_paper_id bigint not null references ombudsman_paper (id),
    duty text not null,
    from_date text not null,
    due_on text not null,
    because text not null,
    made_at text not null
);
create unique index owed_once on owed (ombudsman_paper_id, duty);
create index owed_by_day on owed (due_on);

create table planned_meeting (
    id bigint primary key,
    body_id bigint not null references body (id),
    on_date text not null,
    starts text,
    place text,
    planned_by text not null,
    planned_at text not null
);
create unique index planned_meeting_once on planned_meeting (body_id, on_date);
create index planned_meeting_by_day on planned_meeting (on_date);

create table planned_item (
    id bigint primary key,
    planned_meeting_id bigint not null references planned_meeting (id),
    number text not null,
    position bigint not null,
    title text not null,
    public_title text,
    agenda_text text,
    ombudsman_paper_id bigint references ombudsman_paper (id),
    added_by text not null,
    added_at text not null
);
create unique index planned_item_once on planned_item (planned_meeting_id, number);
create index planned_item_of_paper on planned_item (ombudsman_paper_id);

-- That an item is to be considered in private, on what ground, and what was warned of.
create table private_plan (
    planned_item_id bigint primary key references planned_item (id),
    record text not null,
    planned_by text not null,
    planned_at text not null
);
create table private_notice (
    id bigint primary key,
    planned_item_id bigint not null references planned_item (id),
    kind text not null,
    published_on text not null,
    words text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index private_notice_of_item on private_notice (planned_item_id);
create table private_agreement (
    planned_item_id bigint primary key references planned_item (id),
    record text not null,
    recorded_by text not null,
    recorded_at text not null
);

create table working_paper (
    id bigint primary key,
    planned_item_id bigint references planned_item (id),
    ombudsman_paper_id bigint references ombudsman_paper (id),
    title text not null,
    public_title text,
    author bigint not null references account (id),
    added_by text not null,
    added_at text not null
);
create index working_paper_of_item on working_paper (planned_item_id);
create index working_paper_of_ombudsman_paper on working_paper (ombudsman_paper_id);
create table paper_version (
    working_paper_id bigint not null references working_paper (id),
    version bigint not null,
    sha256 text not null,
    name text not null,
    media text not null,
    bytes bigint not null,
    pages bigint,
    looked text not null,
    redacted boolean not null,
    added_by bigint not null references account (id),
    added_at text not null,
    primary key (working_paper_id, version)
);
-- That a second person let a file pass with what was found in it.
create table finding_override (
    working_paper_id bigint not null,
    version bigint not null,
    by_account bigint not null references account (id),
    by_name text not null,
    at text not null,
    reason text not null,
    primary key (working_paper_id, version)
);

create table restriction (
    id bigint primary key,
    working_paper_id bigint not null references working_paper (id),
    imposed_on text not null,
    review_on text not null,
    released_at text,
    record text not null
);
create unique index restriction_of_paper on restriction (working_paper_id);
create index restriction_by_review on restriction (review_on);

create table recorded_decision (
    planned_item_id bigint primary key references planned_item (id),
    record text not null,
    recorded_by text not null,
    recorded_at text not null
);
create table written_minute (
    planned_item_id bigint primary key references planned_item (id),
    public_words text not null,
    private_words text,
    written_by text not null,
    written_at text not null
);

create table circulation (
    id bigint primary key,
    working_paper_id bigint not null references working_paper (id),
    to_whom text not null,
    because text not null,
    in_confidence boolean not null,
    made_by text not null,
    made_at text not null
);
create index circulation_of_paper on circulation (working_paper_id);
-- One person and one paper: to be served, or served on a day.
create table receipt (
    working_paper_id bigint not null references working_paper (id),
    person text not null,
    office text not null,
    circulation_id bigint references circulation (id),
    served_on text,
    how text,
    recorded_by text,
    primary key (working_paper_id, person)
);

-- What was cleared for the public: by whom, when, why. An ended row is of something withdrawn.
create table cleared (
    kind text not null,
    record_id bigint not null,
    version bigint not null,
    by_name text not null,
    at text not null,
    reason text not null,
    ended_at text,
    public_kind text,
    public_key text,
    primary key (kind, record_id)
);
create index cleared_by_key on cleared (public_kind, public_key);

-- Who opened a restricted paper, or asked for it and was refused.
create table access_entry (
    id bigint primary key,
    at text not null,
    account_id bigint not null,
    who text not null,
    working_paper_id bigint not null,
    what text not null
);
create index access_entry_of_paper on access_entry (working_paper_id, id);
create index access_entry_of_account on access_entry (account_id, id);

-- Who wants to be told when something of an item is published.
create table following (
    account_id bigint not null references account (id),
    planned_item_id bigint not null references planned_item (id),
    since text not null,
    primary key (account_id, planned_item_id)
);
create index following_of_item on following (planned_item_id);
