-- The members' room: when each was there, what they asked officers, and what they noted for themselves.

-- A visit of somebody to the room. What changed is told from the end of the visit before.
create table members_visit (
    account_id bigint not null references account (id),
    began_at text not null,
    seen_at text not null,
    primary key (account_id, began_at)
);

-- What a member asked a post: about an item, a paper, cases. It is never changed.
create table member_question (
    id bigint primary key,
    account_id bigint not null references account (id),
    kind text not null,
    post_id bigint not null references post (id),
    planned_item_id bigint references planned_item (id),
    working_paper_id bigint references working_paper (id),
    words text not null,
    asked_by text not null,
    asked_at text not null
);
create index member_question_of_account on member_question (account_id, id);
create index member_question_of_post on member_question (post_id, id);
create index member_question_of_item on member_question (planned_item_id);
create index member_question_of_paper on member_question (working_paper_id);
create table member_question_case (
    member_question_id bigint not null references member_question (id),
    case_file_id bigint not null references case_file (id),
    position bigint not null,
    primary key (member_question_id, case_file_id)
);
create index member_question_case_of_case on member_question_case (case_file_id);

-- The answer, once; with a paper where one came with it.
create table member_answer (
    member_question_id bigint primary key references member_question (id),
    words text not null,
    working_paper_id bigint references working_paper (id),
    answered_by text not null,
    answered_at text not null
);
create index member_answer_of_paper on member_answer (working_paper_id);

-- That a request and its answer were put before a meeting, as a paper of an item.
create table answer_on_agenda (
    member_question_id bigint primary key references member_question (id),
    planned_item_id bigint not null references planned_item (id),
    working_paper_id bigint not null references working_paper (id),
    put_by text not null,
    put_at text not null
);
create index answer_on_agenda_of_item on answer_on_agenda (planned_item_id);

-- What a member noted for themselves, on an item or on a page with the paper and the file that it was then.
create table member_note (
    id bigint primary key,
    account_id bigint not null references account (id),
    planned_meeting_id bigint not null references planned_meeting (id),
    planned_item_id bigint references planned_item (id),
    page text,
    working_paper_id bigint references working_paper (id),
    sha256 text,
    words text not null,
    revision bigint not null,
    written_at text not null
);
create index member_note_of_account on member_note (account_id, planned_meeting_id, id);
create index member_note_of_meeting on member_note (planned_meeting_id);
