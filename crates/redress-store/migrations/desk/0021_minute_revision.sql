-- Every text that the minute of an item ever had, the one that stands among them. The journal has the hash of each alone.
-- Rows are added and never changed.
create table minute_revision (
    planned_item_id bigint not null references planned_item (id),
    revision bigint not null,
    public_words text not null,
    private_words text,
    written_by text not null,
    written_at text not null,
    primary key (planned_item_id, revision)
);

insert into minute_revision (planned_item_id, revision, public_words, private_words, written_by, written_at)
select planned_item_id, 1, public_words, private_words, written_by, written_at from written_minute;
