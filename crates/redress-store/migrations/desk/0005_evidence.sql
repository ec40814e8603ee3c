-- Evidence: what each recommendation needs, the files that show it, and the bundles that went to the Ombudsman.

-- What must be shown, in the words of a person. What was asked for in error is ended with a reason, not taken out.
create table required_evidence (
    recommendation_id bigint not null references recommendation (id),
    number bigint not null,
    words text not null,
    added_by text not null,
    added_at text not null,
    ended_by text,
    ended_at text,
    ended_why text,
    primary key (recommendation_id, number)
);

-- A file that shows it. A wrong one is withdrawn with a reason; its bytes and its row stay.
create table evidence (
    id bigint primary key,
    recommendation_id bigint not null,
    number bigint not null,
    name text not null,
    sha256 text not null,
    media text not null,
    bytes bigint not null,
    looked text not null,
    filed_by text not null,
    filed_at text not null,
    withdrawn_by text,
    withdrawn_at text,
    withdrawn_why text,
    foreign key (recommendation_id, number) references required_evidence (recommendation_id, number)
);
create index evidence_of_recommendation on evidence (recommendation_id, number);

-- What was made up for one deadline. The manifest is the text that is hashed; it is not written again.
create table bundle (
    id bigint primary key,
    case_file_id bigint not null references case_file (id),
    due_date text,
    manifest text not null,
    sha256 text not null,
    cover_sha256 text not null,
    made_by text not null,
    made_at text not null
);
create index bundle_of_case on bundle (case_file_id);
create table bundle_recommendation (
    bundle_id bigint not null references bundle (id),
    recommendation_id bigint not null references recommendation (id),
    primary key (bundle_id, recommendation_id)
);
create index bundle_recommendation_of on bundle_recommendation (recommendation_id);

-- That a bundle went, once.
create table bundle_sent (
    bundle_id bigint primary key references bundle (id),
    on_date text not null,
    channel text not null,
    receipt text,
    sent_by text not null,
    sent_at text not null
);
