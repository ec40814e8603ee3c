-- What was published: an ordered log, and what stands of it now.

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

-- The version that stands, with what lists and links need to know.
create table standing (
    kind text not null,
    key text not null,
    seq bigint not null references publication (seq),
    title text not null,
    on_date text,
    year bigint,
    body text,
    service text,
    parent text,
    issue bigint,
    position bigint not null,
    withdrawn boolean not null,
    primary key (kind, key)
);
create index standing_by_day on standing (kind, on_date, key);
create index standing_by_title on standing (kind, title);
create index standing_of_body on standing (kind, body, on_date);
create index standing_of_year on standing (kind, year) where not withdrawn;
create index standing_of_service on standing (service) where not withdrawn and service is not null;
create index standing_of_parent on standing (parent, kind, position);
create index standing_of_issue on standing (issue, kind, on_date);

-- The Ombudsman's references that a record names.
create table mention (
    reference text not null,
    kind text not null,
    key text not null,
    primary key (reference, kind, key)
);
create index mention_of_record on mention (kind, key);

-- The numbers that records had in another system, so that its links keep working.
create table foreign_number (
    what text not null,
    number text not null,
    kind text not null,
    key text not null,
    primary key (what, number)
);

create table setting (
    name text primary key,
    value text not null
);
