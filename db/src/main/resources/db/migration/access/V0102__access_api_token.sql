-- Only the hash of a token is kept; the token itself is shown once.
create table api_token (
    id uuid primary key,
    name text not null,
    hash bytea not null unique,
    scopes text[] not null,
    created_by text not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
