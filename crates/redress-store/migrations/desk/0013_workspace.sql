-- What clerks take down in a meeting. Rows are added and never changed: the clerk's account and the clerk's own count number them.
create table workspace_entry (
    planned_meeting_id bigint not null references planned_meeting (id),
    clerk bigint not null references account (id),
    number bigint not null,
    at text not null,
    by_name text not null,
    record text not null,
    received_at text not null,
    primary key (planned_meeting_id, clerk, number)
);
