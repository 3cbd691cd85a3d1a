create table incident (
    id uuid primary key,
    number bigint generated always as identity unique,
    title text not null,
    severity text not null,
    status text not null check (status in ('INVESTIGATING', 'IDENTIFIED', 'MONITORING', 'RESOLVED')),
    region text not null,
    impact text not null,
    triggered_at timestamptz not null,
    activated_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by text,
    commander text,
    command_offered_to text,
    summary text,
    version bigint not null default 1,
    check ((status = 'RESOLVED') = (resolved_at is not null))
);

-- One open incident for each region, whoever opens it and on whatever node.
create unique index incident_open on incident (region) where status <> 'RESOLVED';
create index incident_activated on incident (activated_at);
