-- Who may sign in, what they hold, and the letters that the desk sends. Of a secret only its hash stands here, but for
-- the shared secret of a second factor, which must be read to be used.

create table account (
    id bigint primary key,
    name text not null unique,
    full_name text not null,
    email text,
    kind text not null,
    password_hash text,
    password_set_at text,
    totp_secret text,
    totp_confirmed_at text,
    totp_last_step bigint,
    member_id bigint references member (id),
    provider_subject text unique,
    created_at text not null,
    created_by text not null,
    closed_at text,
    closed_by text
);
create index account_by_full_name on account (full_name);
create index account_by_email on account (email);
create index account_of_member on account (member_id);

create table recovery_code (
    code_sha256 text primary key,
    account_id bigint not null references account (id),
    used_at text
);
create index recovery_code_of_account on recovery_code (account_id);

-- A row outlives its session, as proof of when it was. Until the code of a second factor was given it awaits that.
create table session (
    token_sha256 text primary key,
    id bigint not null unique,
    account_id bigint not null references account (id),
    how text not null,
    roles text not null,
    awaits_code boolean not null,
    began_at text not null,
    seen_at text not null,
    ended_at text,
    ended_why text,
    source text not null,
    user_agent text not null
);
create index session_of_account on session (account_id, ended_at);

create table reset (
    token_sha256 text primary key,
    account_id bigint not null references account (id),
    asked_at text not null,
    expires_at text not null,
    used_at text
);
create index reset_of_account on reset (account_id, asked_at);

create table access_token (
    id bigint primary key,
    token_sha256 text not null unique,
    account_id bigint not null references account (id),
    name text not null,
    scopes text not null,
    issued_at text not null,
    issued_by text not null,
    expires_at text not null,
    revoked_at text,
    revoked_by text
);
create index access_token_of_account on access_token (account_id);

-- Tries to sign in, kept for a day: the hash of the name as typed, and the network or device that it came from.
create table attempt (
    id bigint primary key,
    name_sha256 text not null,
    source text not null,
    at text not null,
    succeeded boolean not null
);
create index attempt_at_name on attempt (name_sha256, source, at);
create index attempt_from_source on attempt (source, at);
create index attempt_by_time on attempt (at);

-- Browsers that an account signed in with before: guesses from elsewhere do not hold them up.
create table device (
    token_sha256 text primary key,
    account_id bigint not null references account (id),
    known_at text not null
);
create index device_of_account on device (account_id);

create table post (
    id bigint primary key,
    title text not null,
    role text not null,
    area text
);
create index post_by_role on post (role);

-- The last day counts: a post held until the 31st gives its role on the 31st.
create table holding (
    id bigint primary key,
    post_id bigint not null references post (id),
    account_id bigint not null references account (id),
    from_date text not null,
    until_date text,
    appointed_by text not null,
    appointed_at text not null
);
create index holding_of_account on holding (account_id);
create index holding_of_post on holding (post_id);

create table cover (
    id bigint primary key,
    post_id bigint not null references post (id),
    account_id bigint not null references account (id),
    from_date text not null,
    until_date text not null,
    reason text not null,
    arranged_by text not null,
    arranged_at text not null
);
create index cover_of_account on cover (account_id);
create index cover_of_post on cover (post_id);

create table account_seat (
    account_id bigint not null references account (id),
    body_slug text not null,
    from_date text not null,
    until_date text,
    primary key (account_id, body_slug, from_date)
);
create index account_seat_of_body on account_seat (body_slug);

-- Every e-mail, written by the act that causes it and sent afterwards. A body that holds a secret is blanked when sent.
create table outbox (
    id bigint primary key,
    to_address text not null,
    subject text not null,
    body text not null,
    about text not null,
    holds_secret boolean not null,
    made_at text not null,
    next_try_at text not null,
    tries bigint not null,
    last_error text,
    sent_at text,
    failed_at text
);
create index outbox_waiting on outbox (sent_at, failed_at, next_try_at);
