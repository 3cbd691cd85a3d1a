-- What detectors found, one row a finding; ended_at stays null while it is open.
create table finding (
    id uuid primary key,
    detector text not null,
    cause text not null,
    region text not null,
    zone text,
    host text,
    series text,
    indicator text not null,
    seen double precision not null,
    expected double precision not null,
    unit text not null,
    severity text not null,
    since timestamptz not null,
    ended_at timestamptz,
    explanation text not null
);

create index finding_open on finding (since) where ended_at is null;
create index finding_since on finding (since);
