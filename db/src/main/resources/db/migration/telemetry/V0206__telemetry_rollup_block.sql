-- Ten-second buckets once their hour is over: a row for each series and hour instead of a segment for each flush. 'slot' is the
-- number of each bucket in the hour; where they follow one another, the first stands alone. Where all counts are alike, one stands
-- alone; where every bucket has one point, its sum, least and most are its last value, and are left out.
select goc_create_time_table('rollup_10s_block',
    'series_id bigint not null, t0 timestamptz not null, last_ms bigint not null, slot smallint[] not null,
     n integer[] not null, sum double precision[], min double precision[], max double precision[],
     last double precision[] not null',
    't0', '3 hours');

create index rollup_10s_block_series on rollup_10s_block (series_id, t0);

-- The oldest block of a tier is asked for often.
create index rollup_10s_block_time on rollup_10s_block (t0);
create index rollup_1m_time on rollup_1m (t0);
create index rollup_1h_time on rollup_1h (t0);

update rollup_tier set name = 'rollup_10s_block' where name = 'rollup_10s';

-- Points that came so late that memory does not know whether they were seen: kept as they came, by series and hour, until that
-- hour was made again with them and for an hour more, so that points that come twice count once.
create table backfill_point (
    series_id bigint not null,
    t0 timestamptz not null,
    at_ms bigint[] not null,
    value double precision[] not null,
    mended boolean not null default false,
    stored_at timestamptz not null default now()
);

create index backfill_point_time on backfill_point (t0, series_id);

create or replace view rollup_10s_bucket as
select series_id, at, sum(n) as n, sum(total) as sum, min(least) as min, max(most) as max,
       (array_agg(final order by last_ms desc))[1] as last
  from (select series_id, last_ms, t0 + (part.position - 1) * step_ms * interval '1 millisecond' as at,
               part.n, part.sum as total, part.min as least, part.max as most, part.last as final
          from rollup_10s,
               unnest(n, sum, min, max, last) with ordinality as part (n, sum, min, max, last, position)
         where part.n > 0
        union all
        select series_id, last_ms,
               t0 + coalesce(part.slot, block.slot[1] + part.position - 1) * interval '10 seconds' as at,
               coalesce(part.n, block.n[1]) as n, coalesce(part.sum, part.last) as total,
               coalesce(part.min, part.last) as least, coalesce(part.max, part.last) as most, part.last as final
          from rollup_10s_block as block,
               unnest(block.slot, block.n, block.sum, block.min, block.max, block.last)
                   with ordinality as part (slot, n, sum, min, max, last, position)) as bucket
 group by series_id, at;

-- Drops what lies before the cut of a table whose rows move on to another, as far as it is empty. Nobody writes meanwhile.
create function goc_drop_emptied(table_name text, cut timestamptz) returns integer
language plpgsql as $$
declare
    time_name text;
    oldest timestamptz;
begin
    perform set_config('lock_timeout', '3s', true);
    execute format('lock table %I in share row exclusive mode', table_name);
    select time_column into strict time_name from time_table where name = table_name;
    execute format('select min(%I) from %I where %I < %L', time_name, table_name, time_name, cut) into oldest;
    return goc_drop_before(table_name, least(cut, coalesce(oldest, cut)));
end $$;
