-- Quantile sketches of the series that ask for them, beside the rollups of each width: the bytes of QuantileSketch. Several rows
-- may hold parts of one bucket of ten seconds; readers merge them.
select goc_create_time_table('sketch_10s', 'series_id bigint not null, t0 timestamptz not null, sketch bytea not null', 't0', '3 hours');
select goc_create_time_table('sketch_1m', 'series_id bigint not null, t0 timestamptz not null, sketch bytea not null', 't0', '1 day');
select goc_create_time_table('sketch_1h', 'series_id bigint not null, t0 timestamptz not null, sketch bytea not null', 't0', '30 days');

create index sketch_10s_series on sketch_10s (series_id, t0);
create index sketch_1m_series on sketch_1m (series_id, t0);
create index sketch_1h_series on sketch_1h (series_id, t0);
