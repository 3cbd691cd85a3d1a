-- On the Community edition of TimescaleDB, chunks that are no longer written are kept in the columnstore. An edition that refuses
-- leaves a warning and works without.
create function goc_use_columnstore(table_name text, time_column text, step interval) returns void
language plpgsql as $$
begin
    if (select mode from timescale_mode) <> 'tsl' then
        return;
    end if;
    execute format('alter table %I set (timescaledb.enable_columnstore, timescaledb.orderby = %L)', table_name, time_column);
    execute format('call add_columnstore_policy(%L::regclass, after => %L::interval, if_not_exists => true)',
        table_name, step * 3);
exception when others then
    raise warning 'no columnstore for %: %', table_name, sqlerrm;
end $$;

create or replace function goc_create_time_table(table_name text, columns text, time_column text, step interval) returns void
language plpgsql as $$
begin
    if (select mode from timescale_mode) = 'native' then
        execute format('create table %I (%s) partition by range (%I)', table_name, columns, time_column);
    else
        execute format('create table %I (%s)', table_name, columns);
        execute format('select create_hypertable(%L::regclass, by_range(%L, %L::interval), create_default_indexes => false)',
            table_name, time_column, step);
    end if;
    insert into time_table values (table_name, time_column, step);
    perform goc_use_columnstore(table_name, time_column, step);
end $$;

select goc_use_columnstore(name, time_column, step) from time_table;
