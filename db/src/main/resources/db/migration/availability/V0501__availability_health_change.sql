-- Every change of a zone's or region's state; a null zone stands for the whole region.
create table health_change (
    id bigint generated always as identity primary key,
    region text not null,
    zone text,
    from_state text not null,
    to_state text not null,
    occurred_at timestamptz not null,
    reason text not null
);

create index health_change_place on health_change (region, zone, occurred_at desc, id desc);
create index health_change_time on health_change (occurred_at);
