-- Officers' reports: their kinds, the meetings that each goes to, every version of the text, and who cleared what.

create table report_kind (
    id bigint primary key,
    name text not null,
    record text not null,
    revision bigint not null,
    kept_by text not null,
    kept_at text not null
);
create unique index report_kind_name on report_kind (name);

create table report (
    id bigint primary key,
    report_kind_id bigint not null references report_kind (id),
    title text not null,
    author bigint not null references account (id),
    author_post_id bigint references post (id),
    -- How many sections it has of its own, once sections of bodies follow them.
    own_sections bigint,
    revision bigint not null,
    begun_by text not null,
    begun_at text not null
);
create index report_by_author on report (author, id);

-- The meetings that it goes to, in order. The path is what the council asked for when it was first sent for clearance.
create table report_stop (
    report_id bigint not null references report (id),
    number bigint not null,
    planned_meeting_id bigint not null references planned_meeting (id),
    planned_item_id bigint references planned_item (id),
    path text,
    publish_by_date text,
    -- The last day for the author, and those of the stages, as they were counted then.
    submit_by_date text,
    due_dates text,
    -- The section with what happened since the meeting before, where there is one.
    update_section bigint,
    working_paper_id bigint references working_paper (id),
    made_by text not null,
    made_at text not null,
    primary key (report_id, number)
);
create index report_stop_of_meeting on report_stop (planned_meeting_id);
create index report_stop_of_item on report_stop (planned_item_id);
create index report_stop_of_paper on report_stop (working_paper_id);

create table report_version (
    report_id bigint not null references report (id),
    version bigint not null,
    stop bigint not null,
    record text not null,
    bytes bigint not null,
    sha256 text not null,
    saved_by text not null,
    saved_at text not null,
    primary key (report_id, version)
);

-- What happened: put in, cleared, returned, withdrawn, finished. Rows are added and never changed.
create table report_event (
    id bigint primary key,
    report_id bigint not null references report (id),
    stop bigint not null,
    what text not null,
    version bigint not null,
    post text,
    words text not null,
    substance boolean not null,
    on_date text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index report_event_of_report on report_event (report_id, id);
