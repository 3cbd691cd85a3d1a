-- The ledger between two times, read as cheaply as the engine allows. The Community edition of TimescaleDB keeps sums of whole
-- hours (a continuous aggregate, which sees what is not summed yet as well); elsewhere the minutes are read.
do $$
begin
    if (select mode from timescale_mode) = 'tsl' then
        execute '
            create materialized view health_hour
            with (timescaledb.continuous, timescaledb.materialized_only = false) as
            select region, time_bucket(interval ''1 hour'', minute) as hour, sum(requests) as requests, sum(failed) as failed,
                   sum(ok_s) as ok_s, sum(degraded_s) as degraded_s, sum(critical_s) as critical_s,
                   sum(maintenance_s) as maintenance_s, sum(unknown_s) as unknown_s
              from health_minute
             group by region, time_bucket(interval ''1 hour'', minute)
              with no data';
        execute '
            select add_continuous_aggregate_policy(''health_hour'', start_offset => interval ''3 days'',
                end_offset => interval ''2 hours'', schedule_interval => interval ''1 hour'')';
        execute '
            create function health_ledger(from_time timestamptz, until_time timestamptz)
            returns table (region text, requests double precision, failed double precision, ok_s double precision,
                           degraded_s double precision, critical_s double precision, maintenance_s double precision,
                           unknown_s double precision)
            language sql stable as $ledger$
                with whole as (
                    select date_trunc(''hour'', from_time + interval ''1 hour'' - interval ''1 microsecond'') as first_hour,
                           date_trunc(''hour'', until_time) as last_hour)
                select region, requests, failed, ok_s, degraded_s, critical_s, maintenance_s, unknown_s
                  from health_hour, whole
                 where hour >= first_hour and hour < last_hour
                union all
                select region, requests, failed, ok_s, degraded_s, critical_s, maintenance_s, unknown_s
                  from health_minute, whole
                 where minute >= from_time and minute < until_time and (minute < first_hour or minute >= last_hour)
            $ledger$';
    else
        execute '
            create function health_ledger(from_time timestamptz, until_time timestamptz)
            returns table (region text, requests double precision, failed double precision, ok_s double precision,
                           degraded_s double precision, critical_s double precision, maintenance_s double precision,
                           unknown_s double precision)
            language sql stable as $ledger$
                select region, requests, failed, ok_s, degraded_s, critical_s, maintenance_s, unknown_s
                  from health_minute
                 where minute >= from_time and minute < until_time
            $ledger$';
    end if;
end $$;

-- Sums of hours that are older than the cut go as well.
create function health_forget_hours(cut timestamptz) returns integer language plpgsql as $$
declare
    dropped integer := 0;
begin
    if (select mode from timescale_mode) = 'tsl' then
        execute format('select count(*) from drop_chunks(%L::regclass, %L::timestamptz)', 'health_hour', cut) into dropped;
    end if;
    return dropped;
end $$;
