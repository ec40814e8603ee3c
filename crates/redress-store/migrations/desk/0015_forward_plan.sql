-- The forward plan: entries as they are worked on, what was published of each, and the notices where there is too little time.

create table forward_plan_entry (
    id bigint primary key,
    reference text not null unique,
    record text not null,
    -- The first and the last day on which it may be decided.
    first_day text not null,
    last_day text not null,
    planned_meeting_id bigint references planned_meeting (id),
    planned_item_id bigint references planned_item (id),
    revision bigint not null,
    planned_by text not null,
    planned_at text not null
);
create index forward_plan_entry_by_day on forward_plan_entry (last_day, id);
create index forward_plan_entry_of_item on forward_plan_entry (planned_item_id);
create index forward_plan_entry_of_meeting on forward_plan_entry (planned_meeting_id);

-- Each version as it stood at the desk when it was published. Rows are added and never changed.
create table forward_plan_version (
    forward_plan_entry_id bigint not null references forward_plan_entry (id),
    version bigint not null,
    record text not null,
    published_by text not null,
    published_at text not null,
    primary key (forward_plan_entry_id, version)
);

-- The general exception and special urgency. Rows are added and never changed; the last of a kind counts.
create table forward_plan_notice (
    id bigint primary key,
    forward_plan_entry_id bigint not null references forward_plan_entry (id),
    kind text not null,
    record text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index forward_plan_notice_of_entry on forward_plan_notice (forward_plan_entry_id, id);
