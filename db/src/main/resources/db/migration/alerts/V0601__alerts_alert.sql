-- One alert for each region and cause while it lasts.
create table alert (
    id uuid primary key,
    number bigint generated always as identity unique,
    region text not null,
    cause text not null,
    severity text not null,
    state text not null check (state in ('FIRING', 'ACKNOWLEDGED', 'RESOLVED')),
    title text not null,
    opened_at timestamptz not null,
    updated_at timestamptz not null,
    resolved_at timestamptz,
    ack_owner text,
    ack_note text,
    ack_at timestamptz,
    ack_until timestamptz,
    version bigint not null default 1,
    check ((state = 'RESOLVED') = (resolved_at is not null)),
    check ((state = 'ACKNOWLEDGED') = (ack_until is not null))
);

create unique index alert_open on alert (region, cause) where state <> 'RESOLVED';
create index alert_opened on alert (opened_at);
