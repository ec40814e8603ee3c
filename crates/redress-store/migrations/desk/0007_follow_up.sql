-- Follow-up: what was told to whom, the daily e-mail, and the secret addresses of personal calendars.

-- A message that went, once for good: its key says what it was about. Of a duty, the paper and the duty's key.
create table reminder (
    key text primary key,
    recommendation_id bigint references recommendation (id),
    ombudsman_paper_id bigint references ombudsman_paper (id),
    duty text,
    kind text not null,
    to_role text not null,
    about_on text not null,
    due_on text not null,
    sent_at text not null
);
create index reminder_of_recommendation on reminder (recommendation_id);
create index reminder_of_paper on reminder (ombudsman_paper_id);

-- Who was told; `instead_role` is the office that stood in where nobody could be told in the one that was meant.
create table reminder_told (
    reminder_key text not null references reminder (key),
    account_id bigint not null references account (id),
    instead_role text,
    primary key (reminder_key, account_id)
);
create index reminder_told_to on reminder_told (account_id);

create table digest (
    account_id bigint not null references account (id),
    day text not null,
    sent_at text not null,
    primary key (account_id, day)
);

-- Of the secret only its hash stands here.
create table calendar_address (
    id bigint primary key,
    account_id bigint not null references account (id),
    secret_sha256 text not null unique,
    made_at text not null,
    revoked_at text
);
create index calendar_address_of_account on calendar_address (account_id);
