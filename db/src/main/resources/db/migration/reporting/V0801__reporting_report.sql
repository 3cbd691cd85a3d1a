create table report (
    id uuid primary key,
    kind text not null,
    title text not null,
    period_from timestamptz not null,
    period_until timestamptz not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED')),
    progress integer not null default 0 check (progress between 0 and 100),
    requested_by text not null,
    requested_at timestamptz not null,
    finished_at timestamptz,
    content bytea,
    sha256 text,
    error text,
    check ((state = 'READY') = (content is not null))
);

create index report_requested on report (requested_at);
create index report_waiting on report (requested_at) where state = 'QUEUED';
