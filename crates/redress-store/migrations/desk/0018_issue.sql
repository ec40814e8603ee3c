-- Issues as the clerk keeps them: who opened each, where it was referred, what it became; and what scrutiny recommended.

-- That an issue is kept at the desk. One that only a source named has no row.
create table issue_file (
    issue_id bigint primary key references issue (id),
    revision bigint not null,
    opened_by text not null,
    opened_at text not null
);

-- One body sends the matter to another. The other end is written once.
create table referral (
    id bigint primary key,
    issue_id bigint not null references issue (id),
    planned_item_id bigint not null references planned_item (id),
    to_body_id bigint not null references body (id),
    on_date text not null,
    asked text not null,
    section text,
    received text,
    received_date text,
    taken_up_item_id bigint references planned_item (id),
    declined_why text,
    recorded_by text not null,
    recorded_at text not null,
    received_by text,
    received_at text
);
create index referral_of_issue on referral (issue_id, on_date);
create index referral_of_item on referral (planned_item_id);
create index referral_taken_up on referral (taken_up_item_id);
create index referral_waiting on referral (received);

-- What a body said of the matter at its meeting, for the next body.
create table body_comment (
    planned_item_id bigint primary key references planned_item (id),
    said text not null,
    recorded_by text not null,
    recorded_at text not null
);

-- A meeting that considered the matter and has no item on record.
create table earlier_consideration (
    id bigint primary key,
    issue_id bigint not null references issue (id),
    on_date text not null,
    body_name text not null,
    words text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index earlier_consideration_of_issue on earlier_consideration (issue_id, on_date);

-- That an issue was merged into another or split: its old address leads on for ever.
create table issue_change (
    issue_id bigint primary key references issue (id),
    became text not null,
    on_date text not null,
    why text not null,
    recorded_by text not null,
    recorded_at text not null
);
create table issue_change_into (
    issue_id bigint not null references issue_change (issue_id),
    into_issue_id bigint not null references issue (id),
    position bigint not null,
    primary key (issue_id, into_issue_id)
);
create index issue_change_from on issue_change_into (into_issue_id);

-- What a committee recommended, with its answers in the record.
create table scrutiny_recommendation (
    id bigint primary key,
    planned_item_id bigint not null references planned_item (id),
    body_id bigint not null references body (id),
    made_date text not null,
    number bigint not null,
    addressee text not null,
    record text not null,
    revision bigint not null,
    recorded_by text not null,
    recorded_at text not null
);
create unique index scrutiny_recommendation_once on scrutiny_recommendation (body_id, made_date, number);
create index scrutiny_recommendation_of_item on scrutiny_recommendation (planned_item_id);
