-- What the Community edition of TimescaleDB adds to history. Blocks and sketches are read by series: the columnstore keeps the rows
-- of one together. Segments leave their table after an hour or two, and are not worth compressing.
create function goc_use_columnstore_by(table_name text, segment_by text, time_column text, step interval) returns void
language plpgsql as $$
begin
    if (select mode from timescale_mode) <> 'tsl' then
        return;
    end if;
    execute format('call remove_columnstore_policy(%L::regclass, if_exists => true)', table_name);
    execute format('alter table %I set (timescaledb.enable_columnstore, timescaledb.segmentby = %L, timescaledb.orderby = %L)',
        table_name, segment_by, time_column);
    execute format('call add_columnstore_policy(%L::regclass, after => %L::interval, if_not_exists => true)',
        table_name, step * 3);
exception when others then
    raise warning 'no columnstore for %: %', table_name, sqlerrm;
end $$;

-- Of tables without such a column, as before.
create or replace function goc_use_columnstore(table_name text, time_column text, step interval) returns void
language sql as $$
    select goc_use_columnstore_by(table_name, '', time_column, step);
$$;

select goc_use_columnstore_by(name, 'series_id', time_column, step)
  from time_table
 where name in ('rollup_10s_block', 'rollup_1m', 'rollup_1h', 'sketch_10s', 'sketch_1m', 'sketch_1h');

do $$
begin
    if (select mode from timescale_mode) = 'tsl' then
        call remove_columnstore_policy('rollup_10s'::regclass, if_exists => true);
    end if;
end $$;

-- Lets the database itself drop what is older, also while nothing of ours runs. Elsewhere only our own jobs do.
create function goc_retain(table_name text, kept interval) returns boolean
language plpgsql as $$
begin
    if (select mode from timescale_mode) <> 'tsl' then
        return false;
    end if;
    execute format('select remove_retention_policy(%L::regclass, if_exists => true)', table_name);
    execute format('select add_retention_policy(%L::regclass, drop_after => %L::interval)', table_name, kept);
    return true;
end $$;
