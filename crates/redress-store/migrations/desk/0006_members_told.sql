-- How members are told of a finding of fault: the monitoring officer's report, the executive's answer, a copy for each person
-- with its receipts, and the public notice.

-- From when to when a member sits on the executive. The last day counts.
create table executive_term (
    member_id bigint not null references member (id),
    from_date text not null,
    until_date text,
    recorded_by text not null,
    recorded_at text not null,
    primary key (member_id, from_date)
);

-- Why a case is no routine finding and gets a report of its own.
create table wider_implication (
    case_file_id bigint primary key references case_file (id),
    reason text not null,
    marked_by text not null,
    marked_at text not null
);

-- A report of the monitoring officer's; once it is signed it has a working paper, and its text stays.
create table monitoring_report (
    id bigint primary key,
    record text not null,
    revision bigint not null,
    working_paper_id bigint references working_paper (id),
    concluded text,
    made_by text not null,
    made_at text not null
);
create index monitoring_report_of_paper on monitoring_report (working_paper_id);
create table monitoring_report_case (
    monitoring_report_id bigint not null references monitoring_report (id),
    case_file_id bigint not null references case_file (id),
    position bigint not null,
    primary key (monitoring_report_id, case_file_id)
);
create index monitoring_report_case_of_case on monitoring_report_case (case_file_id);

-- The executive's report in answer; once it is adopted it has a working paper.
create table executive_response (
    monitoring_report_id bigint primary key references monitoring_report (id),
    record text not null,
    revision bigint not null,
    working_paper_id bigint references working_paper (id),
    made_by text not null,
    made_at text not null
);
create index executive_response_of_paper on executive_response (working_paper_id);

-- A version of a paper that goes to people one by one, each with its receipts, which stand in the record.
create table member_circulation (
    id bigint primary key,
    working_paper_id bigint not null references working_paper (id),
    version bigint not null,
    because text not null,
    in_confidence boolean not null,
    record text not null,
    revision bigint not null,
    made_by text not null,
    made_at text not null
);
create index member_circulation_of_paper on member_circulation (working_paper_id);

-- The public notice of a report, as it was drafted and where it appeared.
create table public_notice (
    ombudsman_paper_id bigint primary key references ombudsman_paper (id),
    record text not null,
    revision bigint not null,
    drafted_by text not null,
    drafted_at text not null
);
