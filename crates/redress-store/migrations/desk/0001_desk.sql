-- The working record. Nested parts of a record (clauses, attendance, terms) stand in its `record` as JSON.

create table setting (
    name text primary key,
    value text not null
);

-- What was imported: each file in its present version, and every version it had.
create table source (
    id bigint primary key,
    name text not null unique,
    kind text not null,
    sha256 text not null,
    drafts_sha256 text not null,
    words_total bigint not null,
    words_placed bigint not null
);
create table source_version (
    source_id bigint not null references source (id),
    version bigint not null,
    sha256 text not null,
    read_at text not null,
    primary key (source_id, version)
);

-- What each source says of a record; the record is made from all of them.
create table draft (
    source_id bigint not null references source (id),
    kind text not null,
    record_id bigint not null,
    body text not null,
    primary key (source_id, kind, record_id)
);
create index draft_of_record on draft (kind, record_id);

create table problem (
    source_id bigint not null references source (id),
    position bigint not null,
    code text not null,
    line bigint not null,
    message text not null,
    primary key (source_id, position)
);

create table foreign_number (
    what text not null,
    scope text not null,
    number text not null,
    record_id bigint not null,
    primary key (what, number, scope)
);
create index foreign_number_of_record on foreign_number (what, record_id);

create table body (
    id bigint primary key,
    slug text not null unique,
    name text not null,
    record text not null
);
create table body_alias (
    name text primary key,
    body_id bigint not null references body (id)
);

create table member (
    id bigint primary key,
    slug text not null unique,
    name text not null,
    record text not null
);
create index member_by_name on member (name);

create table meeting (
    id bigint primary key,
    key text not null unique,
    body_id bigint references body (id),
    on_date text,
    record text not null
);
create index meeting_of_body on meeting (body_id, on_date);

create table issue (
    id bigint primary key,
    title text not null,
    record text not null
);
create index issue_by_title on issue (title);

create table agenda_item (
    id bigint primary key,
    key text not null unique,
    meeting_id bigint not null references meeting (id),
    number text,
    title text not null,
    issue_id bigint references issue (id),
    record text not null
);
create index agenda_item_of_meeting on agenda_item (meeting_id);
create index agenda_item_of_issue on agenda_item (issue_id);

create table decision (
    id bigint primary key,
    item_id bigint references agenda_item (id),
    title text not null,
    decided_on text,
    record text not null
);
create index decision_by_title on decision (title, decided_on);
create index decision_of_item on decision (item_id);

create table paper (
    id bigint primary key,
    item_id bigint references agenda_item (id),
    decision_id bigint references decision (id),
    title text not null,
    record text not null
);
create index paper_of_item on paper (item_id);
create index paper_of_decision on paper (decision_id);

create table ombudsman_case (
    id bigint primary key,
    reference text not null unique
);
-- The records that name a case: items and decisions.
create table naming (
    reference text not null,
    kind text not null,
    record_id bigint not null,
    primary key (reference, kind, record_id)
);
create index naming_of_record on naming (kind, record_id);

create table election (
    id bigint primary key,
    title text not null unique,
    record text not null
);

-- A record that waits for an officer before it is published, and why; released by whom and when.
create table hold (
    kind text not null,
    record_id bigint not null,
    because text not null,
    held_at text not null,
    released_at text,
    released_by text,
    released_why text,
    primary key (kind, record_id, because)
);

-- Numbers in public addresses, given at the first publication, without a gap.
create table public_number (
    kind text not null,
    number bigint not null,
    record_id bigint not null,
    primary key (kind, number)
);
create unique index public_number_of_record on public_number (kind, record_id);

create table journal (
    seq bigint primary key,
    at text not null,
    who text not null,
    act text not null,
    about text not null,
    body text not null,
    hash text not null
);

-- The publication log as the desk wrote it, in the transaction of the act; registers follow it.
create table publication (
    seq bigint primary key,
    kind text not null,
    key text not null,
    version bigint not null,
    title text not null,
    body text not null,
    "foreign" text not null,
    published_at text not null,
    by_office text not null,
    reason text not null,
    withdrawn boolean not null,
    hash text not null
);
create unique index publication_version on publication (kind, key, version);
