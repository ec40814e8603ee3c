-- What the council has settled of a body, and who called a meeting.

create table body_particulars (
    body_id bigint primary key references body (id),
    record text not null,
    revision bigint not null,
    kept_by text not null,
    kept_at text not null
);

-- Who called an extraordinary meeting: Local Government Act 1972, Schedule 12, paragraph 3.
alter table planned_meeting add column called_by text;
