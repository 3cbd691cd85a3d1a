-- The ledger of the objective: for each region and minute the requests, how many failed, and the seconds in each state.
select goc_create_time_table('health_minute',
    'region text not null, minute timestamptz not null, requests double precision not null, failed double precision not null,
     ok_s double precision not null, degraded_s double precision not null, critical_s double precision not null,
     maintenance_s double precision not null, unknown_s double precision not null',
    'minute', '7 days');

create unique index health_minute_once on health_minute (minute, region);
