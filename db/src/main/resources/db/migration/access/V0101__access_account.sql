create table account (
    name text primary key,
    display_name text not null,
    password_hash text not null,
    roles text[] not null,
    enabled boolean not null default true,
    created_at timestamptz not null
);
