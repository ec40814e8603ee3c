-- The meeting as the clerk plans it: what sort it is, what became of it, who sits on its body, and where each item stands.

-- Ordinary, extraordinary, annual, special; none was recorded before this was asked.
alter table planned_meeting add column kind text;

-- Opening, public, exclusion, private; none for an item whose place is not settled.
alter table planned_item add column place text;
-- The matter that the item belongs to.
alter table planned_item add column issue_id bigint references issue (id);
create index planned_item_of_issue on planned_item (issue_id);

-- What happened to a meeting: called, cancelled, moved, adjourned, inquorate, held. Rows are added and never changed.
create table meeting_event (
    id bigint primary key,
    planned_meeting_id bigint not null references planned_meeting (id),
    what text not null,
    on_date text not null,
    to_meeting_id bigint references planned_meeting (id),
    why text not null,
    recorded_by text not null,
    recorded_at text not null
);
create index meeting_event_of_meeting on meeting_event (planned_meeting_id, id);

-- Who sits on a body, in what capacity, from when to when. The last day counts.
create table body_seat (
    id bigint primary key,
    body_id bigint not null references body (id),
    member_id bigint not null references member (id),
    capacity text not null,
    from_date text not null,
    until_date text,
    recorded_by text not null,
    recorded_at text not null
);
create unique index body_seat_once on body_seat (body_id, member_id, capacity, from_date);
create index body_seat_of_member on body_seat (member_id);
