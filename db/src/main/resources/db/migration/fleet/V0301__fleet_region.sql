create table region (
    id text primary key,
    name text not null,
    country text not null,
    continent text not null,
    latitude double precision,
    longitude double precision,
    time_zone text not null,
    simulated boolean not null,
    position integer not null,
    first_seen timestamptz not null default now()
);
