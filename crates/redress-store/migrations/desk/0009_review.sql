-- A review of earlier cases. Its cases stand by their files, so that a placeholder that gets its reference stays in it.

create table review (
    id bigint primary key,
    record text not null,
    planned_item_id bigint references planned_item (id),
    revision bigint not null,
    opened_by text not null,
    opened_at text not null
);

-- A case under review, with what was found of it; its revision is the review's.
create table review_case (
    review_id bigint not null references review (id),
    case_file_id bigint not null references case_file (id),
    position bigint not null,
    record text not null,
    primary key (review_id, case_file_id)
);
create index review_case_of_case on review_case (case_file_id);

-- Items whose meetings get a report of the review.
create table review_report (
    review_id bigint not null references review (id),
    planned_item_id bigint not null references planned_item (id),
    recorded_by text not null,
    recorded_at text not null,
    primary key (review_id, planned_item_id)
);

-- To whom the review was shown by name, why and until when. It is not changed; another one adds to it.
create table review_showing (
    id bigint primary key,
    review_id bigint not null references review (id),
    account_id bigint not null references account (id),
    why text not null,
    until_date text not null,
    shown_by text not null,
    shown_at text not null
);
create index review_showing_of_review on review_showing (review_id);

-- Who opened the review, or a case in it, because it was shown to them.
create table review_opening (
    id bigint primary key,
    at text not null,
    account_id bigint not null references account (id),
    who text not null,
    review_id bigint not null references review (id),
    case_file_id bigint references case_file (id)
);
create index review_opening_of_review on review_opening (review_id);
