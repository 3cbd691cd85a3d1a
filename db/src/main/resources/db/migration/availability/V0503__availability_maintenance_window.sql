-- Announced work; a null zone stands for the whole region.
create table maintenance_window (
    id uuid primary key,
    region text not null,
    zone text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    announced_by text not null,
    by_machine boolean not null,
    announced_at timestamptz not null,
    cancelled_at timestamptz
);

create index maintenance_window_end on maintenance_window (ends_at) where cancelled_at is null;
