create table simulated_fault (
    id uuid primary key,
    kind text not null,
    region text not null,
    zone text,
    host text,
    other_region text,
    started_at timestamptz not null,
    lasts_seconds bigint not null check (lasts_seconds between 10 and 86400),
    ended_at timestamptz,
    injected_by text not null,
    by_machine boolean not null
);

create index simulated_fault_open on simulated_fault (started_at) where ended_at is null;
