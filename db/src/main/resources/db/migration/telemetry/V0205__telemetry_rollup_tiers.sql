-- Coarser rollups: a row for each series and block of time (an hour of minutes, a day of hours), with a cell for each bucket that
-- has points. 'rise' is what a counter went up by, over its resets; 'resets' how often it began anew.
select goc_create_time_table('rollup_1m',
    'series_id bigint not null, t0 timestamptz not null, slot smallint[] not null, n integer[] not null,
     sum double precision[] not null, min double precision[] not null, max double precision[] not null,
     last double precision[] not null, rise double precision[] not null, resets integer[] not null',
    't0', '1 day');

create index rollup_1m_series on rollup_1m (series_id, t0);

select goc_create_time_table('rollup_1h',
    'series_id bigint not null, t0 timestamptz not null, slot smallint[] not null, n integer[] not null,
     sum double precision[] not null, min double precision[] not null, max double precision[] not null,
     last double precision[] not null, rise double precision[] not null, resets integer[] not null',
    't0', '30 days');

create index rollup_1h_series on rollup_1h (series_id, t0);

-- How far each tier was made, and how long it is kept; without a length, as the settings say.
create table rollup_tier (
    name text primary key,
    block timestamptz,
    slices_done integer not null default 0,
    kept_hours integer check (kept_hours > 0)
);

insert into rollup_tier (name) values ('rollup_10s'), ('rollup_1m'), ('rollup_1h');

-- The coarser tiers as rows, one a bucket, for any SQL tool.
create view rollup_1m_bucket as
select series_id, t0 + cell.slot * interval '1 minute' as at, cell.n, cell.sum, cell.min, cell.max, cell.last, cell.rise, cell.resets
  from rollup_1m, unnest(slot, n, sum, min, max, last, rise, resets) as cell (slot, n, sum, min, max, last, rise, resets);

create view rollup_1h_bucket as
select series_id, t0 + cell.slot * interval '1 hour' as at, cell.n, cell.sum, cell.min, cell.max, cell.last, cell.rise, cell.resets
  from rollup_1h, unnest(slot, n, sum, min, max, last, rise, resets) as cell (slot, n, sum, min, max, last, rise, resets);

-- Bytes of a hypertable; plain PostgreSQL has none, and never calls what it does not know.
create function goc_hypertable_size(table_name text) returns bigint
language plpgsql as $$
declare
    bytes bigint;
begin
    execute format('select hypertable_size(%L::regclass)', table_name) into bytes;
    return coalesce(bytes, 0);
end $$;
