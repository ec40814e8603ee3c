-- Other names of a post, which decisions and reports use. Each leads to one post.
create table post_alias (
    name text primary key,
    post_id bigint not null references post (id)
);
create index post_alias_of_post on post_alias (post_id);
