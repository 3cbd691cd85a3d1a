-- Software that was brought somewhere; a null zone stands for the whole region. Told twice is told once.
create table deployment (
    id uuid primary key,
    deployed_at timestamptz not null,
    region text not null,
    zone text,
    service text not null,
    version text not null,
    link text,
    told_by text not null,
    by_machine boolean not null,
    unique nulls not distinct (region, zone, service, version, deployed_at)
);

create index deployment_region_at on deployment (region, deployed_at);
