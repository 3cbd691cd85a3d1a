create table host (
    id text primary key,
    region text not null references region,
    zone text not null,
    source text not null,
    simulated boolean not null,
    first_seen timestamptz not null
);

create index host_zone on host (region, zone);
