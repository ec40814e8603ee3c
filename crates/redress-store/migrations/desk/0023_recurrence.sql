-- What comes back: who is told, what has ended, and items that others took the place of.

-- The day of the decision that ended it, by which lists leave out what ended long ago. What ended before this column was there has
-- its end in the record alone.
alter table recurrence add column ended_date text;
create index recurrence_by_end on recurrence (ended_date);
create index recurrence_of_owner on recurrence (owner_post_id);

-- The posts that are told when it moves, besides the one that reports.
create table recurrence_told_post (
    recurrence_id bigint not null references recurrence (id),
    post_id bigint not null references post (id),
    primary key (recurrence_id, post_id)
);
create index recurrence_told_post_of_post on recurrence_told_post (post_id);

-- An item whose meeting did not consider it: it stays where it stood, and another item of a later meeting took its place.
create table recurrence_replaced (
    planned_item_id bigint primary key references planned_item (id),
    recurrence_id bigint not null references recurrence (id),
    due_date text not null,
    why text not null,
    replaced_by text not null,
    replaced_at text not null
);
create index recurrence_replaced_of on recurrence_replaced (recurrence_id, due_date);
