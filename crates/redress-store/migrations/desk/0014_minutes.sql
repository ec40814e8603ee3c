-- The minutes of a meeting: the steps taken with person and day, and the texts as they were built. The words of each item
-- stand in written_minute.
create table meeting_minutes (
    planned_meeting_id bigint primary key references planned_meeting (id),
    stages text not null,
    texts text not null,
    revision bigint not null,
    kept_by text not null,
    kept_at text not null
);

-- An extract of minutes that somebody got. Rows are added and never changed.
create table minute_extract (
    id bigint primary key,
    planned_meeting_id bigint not null references planned_meeting (id),
    account_id bigint not null references account (id),
    to_name text not null,
    on_behalf_of text not null,
    purpose text not null,
    items text not null,
    public_words text not null,
    private_words text,
    sent_by text not null,
    sent_at text not null
);
create index minute_extract_of_meeting on minute_extract (planned_meeting_id, id);
create index minute_extract_of_account on minute_extract (account_id, id);
