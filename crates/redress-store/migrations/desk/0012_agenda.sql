-- The agenda as it is built: what stands on every one of a body, what came off, what came late, what was published when,
-- and the pages by which its papers are cited.

-- How often an item's words were changed; a change says which one it saw.
alter table planned_item add column revision bigint not null default 1;

-- What stands on every agenda of a body, in its own words.
create table standing_item (
    body_id bigint not null references body (id),
    position bigint not null,
    place text not null,
    title text not null,
    set_by text not null,
    set_at text not null,
    primary key (body_id, position)
);

-- That an item came off an agenda: taken off, or put off to a later meeting. Rows are added and never changed.
create table item_event (
    id bigint primary key,
    planned_item_id bigint not null references planned_item (id),
    -- The meeting whose agenda it came off.
    planned_meeting_id bigint not null references planned_meeting (id),
    what text not null,
    on_date text not null,
    to_meeting_id bigint references planned_meeting (id),
    why text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index item_event_of_meeting on item_event (planned_meeting_id, id);
create index item_event_of_item on item_event (planned_item_id, id);

-- The opinion by which a committee takes a late item as urgent, with the words for the minutes.
create table late_item (
    planned_item_id bigint primary key references planned_item (id),
    chair text not null,
    circumstances text not null,
    minute text not null,
    recorded_by text not null,
    recorded_at text not null
);

-- What an agenda was when it was published: a row for each change that the public saw.
create table agenda_version (
    planned_meeting_id bigint not null references planned_meeting (id),
    number bigint not null,
    at text not null,
    by_name text not null,
    contents text not null,
    primary key (planned_meeting_id, number)
);

-- That a meeting was called at shorter notice than its agenda needs, and why.
create table shorter_notice (
    planned_meeting_id bigint primary key references planned_meeting (id),
    called_on text not null,
    why text not null,
    by_account bigint not null references account (id),
    recorded_by text not null,
    recorded_at text not null
);

-- The pages of a meeting's papers as first published together.
create table pack (
    planned_meeting_id bigint primary key references planned_meeting (id),
    pages bigint not null,
    published_on text not null
);
-- What comes after it. It has no number before it is published.
create table supplement (
    id bigint primary key,
    planned_meeting_id bigint not null references planned_meeting (id),
    number bigint,
    after_page bigint not null,
    pages bigint,
    why text not null,
    published_on text,
    made_by text not null,
    made_at text not null
);
create unique index supplement_once on supplement (planned_meeting_id, number);
-- The papers of a pack or a supplement, with the pages that they have there.
create table pack_paper (
    id bigint primary key,
    planned_meeting_id bigint not null references planned_meeting (id),
    supplement_id bigint references supplement (id),
    position bigint not null,
    working_paper_id bigint not null references working_paper (id),
    -- None while the supplement is not published.
    from_sheet bigint,
    pages bigint,
    sha256 text,
    -- The number of the document in public.
    document bigint
);
create index pack_paper_of_meeting on pack_paper (planned_meeting_id, id);
create index pack_paper_of_paper on pack_paper (working_paper_id);

-- The words of a file, where they can be read.
create table file_words (
    sha256 text primary key,
    words text not null
);
