-- The number and the state of every decision: of a body at an item, of one member of the executive, of an officer. The words
-- of what a body decided at an item stand in recorded_decision; every other record has its own.
create table decision_record (
    id bigint primary key,
    planned_item_id bigint references planned_item (id),
    maker text not null,
    title text not null,
    service text,
    decided_on text not null,
    record text,
    -- What may not be public, with its ground.
    withheld text,
    -- The rules of call-in that it was recorded under; none where it cannot be called in.
    rules text,
    published_on text,
    decision_id bigint references decision (id),
    revision bigint not null,
    recorded_by text not null,
    recorded_at text not null
);
create index decision_record_by_day on decision_record (decided_on, id);
create index decision_record_of_maker on decision_record (maker, decided_on, id);
create index decision_record_of_item on decision_record (planned_item_id);
create unique index decision_record_of_decision on decision_record (decision_id);

insert into decision_record (id, planned_item_id, maker, title, decided_on, published_on, revision, recorded_by, recorded_at)
    select row_number() over (order by r.planned_item_id), r.planned_item_id, 'body',
        coalesce(i.public_title, case when i.ombudsman_paper_id is null then i.title else 'Item ' || i.number end), m.on_date,
        (select substr(c.at, 1, 10) from cleared c where c.kind = 'decision' and c.record_id = i.id), 1, r.recorded_by, r.recorded_at
    from recorded_decision r join planned_item i on i.id = r.planned_item_id join planned_meeting m on m.id = i.planned_meeting_id;

-- What a record said before it was changed. Only what is not public yet can be changed.
create table decision_revision (
    decision_record_id bigint not null references decision_record (id),
    revision bigint not null,
    record text not null,
    recorded_by text not null,
    recorded_at text not null,
    primary key (decision_record_id, revision)
);

-- A later record that corrects, supersedes or rescinds an earlier one. A record is changed once at most.
create table decision_link (
    earlier_id bigint primary key references decision_record (id),
    later_id bigint not null references decision_record (id),
    relation text not null,
    on_date text not null,
    why text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index decision_link_of_later on decision_link (later_id);

create table call_in (
    id bigint primary key,
    decision_record_id bigint not null references decision_record (id),
    record text not null,
    -- Who asked, one name a line, as they were called then.
    callers text not null,
    -- The item at which scrutiny met on it.
    planned_item_id bigint references planned_item (id),
    recorded_by text not null,
    recorded_at text not null
);
create index call_in_of_decision on call_in (decision_record_id, id);

create table call_in_waiver (
    decision_record_id bigint primary key references decision_record (id),
    record text not null,
    recorded_by text not null,
    recorded_at text not null
);

-- Which of the texts of a decision governs where they differ. Rows are added; the newest stands.
create table texts_note (
    id bigint primary key,
    decision_record_id bigint not null references decision_record (id),
    governs text not null,
    why text not null,
    on_date text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index texts_note_of_decision on texts_note (decision_record_id, id);
