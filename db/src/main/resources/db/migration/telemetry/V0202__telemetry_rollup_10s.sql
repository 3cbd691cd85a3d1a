-- Rollups in append-only segments: consecutive buckets of one series, as arrays. Several segments may hold parts of one bucket;
-- the view and every reader merge them.
select goc_create_time_table('rollup_10s',
    'series_id bigint not null, t0 timestamptz not null, step_ms integer not null, last_ms bigint not null,
     n integer[] not null, sum double precision[] not null, min double precision[] not null,
     max double precision[] not null, last double precision[] not null',
    't0', '1 hour');

create index rollup_10s_series on rollup_10s (series_id, t0);
