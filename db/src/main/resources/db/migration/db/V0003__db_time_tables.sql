-- Tables that grow with time. A room makes one by goc_create_time_table; goc_ensure_partitions and goc_drop_before then work
-- the same way on all three engines.
create table time_table (
    name text primary key,
    time_column text not null,
    step interval not null
);

create function goc_create_time_table(table_name text, columns text, time_column text, step interval) returns void
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
end $$;

create function goc_ensure_partitions(table_name text, from_time timestamptz, until_time timestamptz) returns integer
language plpgsql as $$
declare
    width interval;
    start_time timestamptz;
    made integer := 0;
    partition text;
begin
    if (select mode from timescale_mode) <> 'native' then
        return 0;
    end if;
    perform pg_advisory_xact_lock(hashtext('goc_ensure_partitions'));
    select step into strict width from time_table where name = table_name;
    start_time := date_bin(width, from_time, timestamptz 'epoch');
    while start_time < until_time loop
        partition := format('%s_%s', table_name, to_char(start_time at time zone 'UTC', 'YYYYMMDDHH24MI'));
        if to_regclass(quote_ident(partition)) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)',
                partition, table_name, start_time, start_time + width);
            made := made + 1;
        end if;
        start_time := start_time + width;
    end loop;
    return made;
end $$;

create function goc_drop_before(table_name text, cut timestamptz) returns integer
language plpgsql as $$
declare
    width interval;
    dropped integer := 0;
    partition text;
begin
    if (select mode from timescale_mode) <> 'native' then
        execute format('select count(*) from drop_chunks(%L::regclass, %L::timestamptz)', table_name, cut) into dropped;
        return dropped;
    end if;
    select step into strict width from time_table where name = table_name;
    for partition in
        select child.relname
          from pg_inherits join pg_class child on child.oid = inhrelid
         where inhparent = table_name::regclass
           and to_timestamp(right(child.relname, 12) || '+00', 'YYYYMMDDHH24MITZH') + width <= cut
    loop
        execute format('drop table %I', partition);
        dropped := dropped + 1;
    end loop;
    return dropped;
end $$;
