-- What decisions ask posts to do, and what comes back to a body again and again.

-- An action of the decision at an item. Progress is in the record, which is only added to.
create table action (
    id bigint primary key,
    planned_item_id bigint not null references planned_item (id),
    body_id bigint not null references body (id),
    decided_date text not null,
    number bigint not null,
    recommendation_id bigint references recommendation (id),
    owner_post_id bigint not null references post (id),
    record text not null,
    revision bigint not null,
    recorded_by text not null,
    recorded_at text not null
);
create unique index action_once on action (body_id, decided_date, number);
create index action_of_item on action (planned_item_id);
create index action_of_owner on action (owner_post_id);
create index action_of_recommendation on action (recommendation_id);

-- Something that the decision at an item set to come back to a body.
create table recurrence (
    id bigint primary key,
    planned_item_id bigint not null references planned_item (id),
    body_id bigint not null references body (id),
    owner_post_id bigint not null references post (id),
    -- The action plan that is reviewed each time.
    working_paper_id bigint references working_paper (id),
    -- Whether the decision promised to share the plan with the Ombudsman at each review.
    shares_plan boolean not null,
    -- The item whose decision ended it.
    ended_item_id bigint references planned_item (id),
    record text not null,
    revision bigint not null,
    recorded_by text not null,
    recorded_at text not null
);
create index recurrence_of_item on recurrence (planned_item_id);
create index recurrence_of_body on recurrence (body_id);

-- The item that one time became, with its entry in the forward plan.
create table recurrence_slot (
    recurrence_id bigint not null references recurrence (id),
    due_date text not null,
    planned_item_id bigint not null references planned_item (id),
    forward_plan_entry_id bigint references forward_plan_entry (id),
    made_by text not null,
    made_at text not null,
    primary key (recurrence_id, due_date)
);
create index recurrence_slot_of_item on recurrence_slot (planned_item_id);

-- What was told of one time: each once, whichever node tells it.
create table recurrence_told (
    recurrence_id bigint not null references recurrence (id),
    due_date text not null,
    kind text not null,
    about_date text not null,
    told_at text not null,
    primary key (recurrence_id, due_date, kind, about_date)
);

-- That the plan went to the Ombudsman after a review, as the decision promised.
create table recurrence_shared (
    recurrence_id bigint not null references recurrence (id),
    due_date text not null,
    sent_date text not null,
    words text not null,
    recorded_by text not null,
    recorded_at text not null,
    primary key (recurrence_id, due_date)
);
