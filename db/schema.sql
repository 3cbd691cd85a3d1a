-- The whole schema as the migrations make it on plain PostgreSQL. Written by ./goc docs; never edited by hand.
set check_function_bodies = false;

CREATE OR REPLACE FUNCTION public.audit_entry_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the audit trail is append-only';
end $function$;

CREATE OR REPLACE FUNCTION public.goc_create_time_table(table_name text, columns text, time_column text, step interval)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.goc_drop_before(table_name text, cut timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.goc_drop_emptied(table_name text, cut timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
    time_name text;
    oldest timestamptz;
begin
    perform set_config('lock_timeout', '3s', true);
    execute format('lock table %I in share row exclusive mode', table_name);
    select time_column into strict time_name from time_table where name = table_name;
    execute format('select min(%I) from %I where %I < %L', time_name, table_name, time_name, cut) into oldest;
    return goc_drop_before(table_name, least(cut, coalesce(oldest, cut)));
end $function$;

CREATE OR REPLACE FUNCTION public.goc_ensure_partitions(table_name text, from_time timestamp with time zone, until_time timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.goc_hypertable_size(table_name text)
 RETURNS bigint
 LANGUAGE plpgsql
AS $function$
declare
    bytes bigint;
begin
    execute format('select hypertable_size(%L::regclass)', table_name) into bytes;
    return coalesce(bytes, 0);
end $function$;

CREATE OR REPLACE FUNCTION public.goc_retain(table_name text, kept interval)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
begin
    if (select mode from timescale_mode) <> 'tsl' then
        return false;
    end if;
    execute format('select remove_retention_policy(%L::regclass, if_exists => true)', table_name);
    execute format('select add_retention_policy(%L::regclass, drop_after => %L::interval)', table_name, kept);
    return true;
end $function$;

CREATE OR REPLACE FUNCTION public.goc_use_columnstore(table_name text, time_column text, step interval)
 RETURNS void
 LANGUAGE sql
AS $function$
    select goc_use_columnstore_by(table_name, '', time_column, step);
$function$;

CREATE OR REPLACE FUNCTION public.goc_use_columnstore_by(table_name text, segment_by text, time_column text, step interval)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.health_forget_hours(cut timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
    dropped integer := 0;
begin
    if (select mode from timescale_mode) = 'tsl' then
        execute format('select count(*) from drop_chunks(%L::regclass, %L::timestamptz)', 'health_hour', cut) into dropped;
    end if;
    return dropped;
end $function$;

CREATE OR REPLACE FUNCTION public.health_ledger(from_time timestamp with time zone, until_time timestamp with time zone)
 RETURNS TABLE(region text, requests double precision, failed double precision, ok_s double precision, degraded_s double precision, critical_s double precision, maintenance_s double precision, unknown_s double precision)
 LANGUAGE sql
 STABLE
AS $function$
                select region, requests, failed, ok_s, degraded_s, critical_s, maintenance_s, unknown_s
                  from health_minute
                 where minute >= from_time and minute < until_time
            $function$;

CREATE OR REPLACE FUNCTION public.timeline_entry_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'the timeline is append-only';
end $function$;

create table account (
    name text not null,
    display_name text not null,
    password_hash text not null,
    roles text[] not null,
    enabled boolean not null default true,
    created_at timestamp with time zone not null,
    constraint account_pkey PRIMARY KEY (name)
);

create table account_preference (
    account text not null,
    time_zone text not null,
    theme text not null,
    density text not null,
    flashing boolean not null,
    sounds text[] not null,
    volume smallint not null,
    desktop boolean not null,
    keys boolean not null,
    landing text not null,
    constraint account_preference_pkey PRIMARY KEY (account),
    constraint account_preference_volume_check CHECK (((volume >= 0) AND (volume <= 100)))
);

create table alert (
    id uuid not null,
    number bigint not null generated always as identity,
    region text not null,
    cause text not null,
    severity text not null,
    state text not null,
    title text not null,
    opened_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    ack_owner text,
    ack_note text,
    ack_at timestamp with time zone,
    ack_until timestamp with time zone,
    version bigint not null default 1,
    constraint alert_check CHECK (((state = 'RESOLVED'::text) = (resolved_at IS NOT NULL))),
    constraint alert_check1 CHECK (((state = 'ACKNOWLEDGED'::text) = (ack_until IS NOT NULL))),
    constraint alert_number_key UNIQUE (number),
    constraint alert_pkey PRIMARY KEY (id),
    constraint alert_state_check CHECK ((state = ANY (ARRAY['FIRING'::text, 'ACKNOWLEDGED'::text, 'RESOLVED'::text])))
);
CREATE INDEX alert_opened ON public.alert USING btree (opened_at);
CREATE UNIQUE INDEX alert_open ON public.alert USING btree (region, cause) WHERE (state <> 'RESOLVED'::text);

create table alert_finding (
    finding_id uuid not null,
    alert_id uuid not null,
    severity text not null,
    explanation text not null,
    open boolean not null,
    constraint alert_finding_pkey PRIMARY KEY (finding_id)
);
CREATE INDEX alert_finding_alert ON public.alert_finding USING btree (alert_id);

create table api_token (
    id uuid not null,
    name text not null,
    hash bytea not null,
    scopes text[] not null,
    created_by text not null,
    created_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    constraint api_token_hash_key UNIQUE (hash),
    constraint api_token_pkey PRIMARY KEY (id)
);

create table audit_entry (
    id bigint not null generated always as identity,
    occurred_at timestamp with time zone not null,
    actor text not null,
    machine boolean not null,
    action text not null,
    subject text not null,
    detail text not null,
    hash bytea not null,
    constraint audit_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_entry_time ON public.audit_entry USING btree (occurred_at);

create table backfill_point (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    at_ms bigint[] not null,
    value double precision[] not null,
    mended boolean not null default false,
    stored_at timestamp with time zone not null default now()
);
CREATE INDEX backfill_point_time ON public.backfill_point USING btree (t0, series_id);

create table baseline_hour (
    series_id bigint not null,
    hour_start timestamp with time zone not null,
    median double precision not null,
    mad double precision not null,
    samples integer not null,
    constraint baseline_hour_pkey PRIMARY KEY (hour_start, series_id)
);

create table dashboard (
    id uuid not null,
    title text not null,
    owner text not null,
    audience text not null,
    team text,
    content jsonb not null,
    changed_at timestamp with time zone not null,
    changed_by text not null,
    version bigint not null default 1,
    constraint dashboard_check CHECK (((audience = 'TEAM'::text) = (team IS NOT NULL))),
    constraint dashboard_pkey PRIMARY KEY (id)
);
CREATE INDEX dashboard_title ON public.dashboard USING btree (lower(title));

create table deployment (
    id uuid not null,
    deployed_at timestamp with time zone not null,
    region text not null,
    zone text,
    service text not null,
    version text not null,
    link text,
    told_by text not null,
    by_machine boolean not null,
    constraint deployment_pkey PRIMARY KEY (id),
    constraint deployment_region_zone_service_version_deployed_at_key UNIQUE NULLS NOT DISTINCT (region, zone, service, version, deployed_at)
);
CREATE INDEX deployment_region_at ON public.deployment USING btree (region, deployed_at);

create table event_publication (
    id uuid not null,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamp with time zone not null,
    completion_date timestamp with time zone,
    status text,
    completion_attempts integer,
    last_resubmission_date timestamp with time zone,
    constraint event_publication_pkey PRIMARY KEY (id)
);
CREATE INDEX event_publication_by_completion_date_idx ON public.event_publication USING btree (completion_date);
CREATE INDEX event_publication_serialized_event_hash_idx ON public.event_publication USING hash (serialized_event);

create table finding (
    id uuid not null,
    detector text not null,
    cause text not null,
    region text not null,
    zone text,
    host text,
    series text,
    indicator text not null,
    seen double precision not null,
    expected double precision not null,
    unit text not null,
    severity text not null,
    since timestamp with time zone not null,
    ended_at timestamp with time zone,
    explanation text not null,
    constraint finding_pkey PRIMARY KEY (id)
);
CREATE INDEX finding_open ON public.finding USING btree (since) WHERE (ended_at IS NULL);
CREATE INDEX finding_since ON public.finding USING btree (since);

create table health_change (
    id bigint not null generated always as identity,
    region text not null,
    zone text,
    from_state text not null,
    to_state text not null,
    occurred_at timestamp with time zone not null,
    reason text not null,
    constraint health_change_pkey PRIMARY KEY (id)
);
CREATE INDEX health_change_place ON public.health_change USING btree (region, zone, occurred_at DESC, id DESC);
CREATE INDEX health_change_time ON public.health_change USING btree (occurred_at);

create table health_minute (
    region text not null,
    minute timestamp with time zone not null,
    requests double precision not null,
    failed double precision not null,
    ok_s double precision not null,
    degraded_s double precision not null,
    critical_s double precision not null,
    maintenance_s double precision not null,
    unknown_s double precision not null
) partition by RANGE (minute);
CREATE UNIQUE INDEX health_minute_once ON public.health_minute USING btree (minute, region);

create table host (
    id text not null,
    region text not null,
    zone text not null,
    source text not null,
    simulated boolean not null,
    first_seen timestamp with time zone not null,
    constraint host_pkey PRIMARY KEY (id)
);
CREATE INDEX host_zone ON public.host USING btree (region, zone);

create table incident (
    id uuid not null,
    number bigint not null generated always as identity,
    title text not null,
    severity text not null,
    status text not null,
    region text not null,
    impact text not null,
    triggered_at timestamp with time zone not null,
    activated_at timestamp with time zone not null,
    resolved_at timestamp with time zone,
    resolved_by text,
    commander text,
    command_offered_to text,
    summary text,
    version bigint not null default 1,
    constraint incident_check CHECK (((status = 'RESOLVED'::text) = (resolved_at IS NOT NULL))),
    constraint incident_number_key UNIQUE (number),
    constraint incident_pkey PRIMARY KEY (id),
    constraint incident_status_check CHECK ((status = ANY (ARRAY['INVESTIGATING'::text, 'IDENTIFIED'::text, 'MONITORING'::text, 'RESOLVED'::text])))
);
CREATE INDEX incident_activated ON public.incident USING btree (activated_at);
CREATE UNIQUE INDEX incident_open ON public.incident USING btree (region) WHERE (status <> 'RESOLVED'::text);

create table incident_alert (
    incident_id uuid not null,
    alert_id uuid not null,
    severity text not null default 'CRITICAL'::text,
    constraint incident_alert_pkey PRIMARY KEY (incident_id, alert_id)
);

create table incident_seat (
    incident_id uuid not null,
    role text not null,
    person text not null,
    since timestamp with time zone not null,
    constraint incident_seat_pkey PRIMARY KEY (incident_id, role)
);

create table incident_task (
    id uuid not null,
    incident_id uuid not null,
    title text not null,
    assignee text,
    due_at timestamp with time zone,
    created_at timestamp with time zone not null,
    done_at timestamp with time zone,
    lapsed boolean not null default false,
    constraint incident_task_pkey PRIMARY KEY (id)
);
CREATE INDEX incident_task_incident ON public.incident_task USING btree (incident_id, created_at);

create table ingest_offset (
    topic text not null,
    part integer not null,
    next_offset bigint not null,
    constraint ingest_offset_pkey PRIMARY KEY (topic, part)
);

create table installation (
    name text not null,
    value text not null,
    constraint installation_pkey PRIMARY KEY (name)
);

create table kiosk_link (
    id uuid not null,
    name text not null,
    hash bytea not null,
    boards text[] not null,
    names_tenants boolean not null,
    created_by text not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    revoked_at timestamp with time zone,
    constraint kiosk_link_hash_key UNIQUE (hash),
    constraint kiosk_link_pkey PRIMARY KEY (id)
);

create table maintenance_window (
    id uuid not null,
    region text not null,
    zone text,
    starts_at timestamp with time zone not null,
    ends_at timestamp with time zone not null,
    reason text not null,
    announced_by text not null,
    by_machine boolean not null,
    announced_at timestamp with time zone not null,
    cancelled_at timestamp with time zone,
    constraint maintenance_window_pkey PRIMARY KEY (id)
);
CREATE INDEX maintenance_window_end ON public.maintenance_window USING btree (ends_at) WHERE (cancelled_at IS NULL);

create table region (
    id text not null,
    name text not null,
    country text not null,
    continent text not null,
    latitude double precision,
    longitude double precision,
    time_zone text not null,
    simulated boolean not null,
    "position" integer not null,
    first_seen timestamp with time zone not null default now(),
    constraint region_pkey PRIMARY KEY (id)
);

create table report (
    id uuid not null,
    kind text not null,
    title text not null,
    period_from timestamp with time zone not null,
    period_until timestamp with time zone not null,
    state text not null,
    progress integer not null default 0,
    requested_by text not null,
    requested_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    content bytea,
    sha256 text,
    error text,
    constraint report_check CHECK (((state = 'READY'::text) = (content IS NOT NULL))),
    constraint report_pkey PRIMARY KEY (id),
    constraint report_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    constraint report_state_check CHECK ((state = ANY (ARRAY['QUEUED'::text, 'RUNNING'::text, 'READY'::text, 'FAILED'::text, 'CANCELLED'::text])))
);
CREATE INDEX report_requested ON public.report USING btree (requested_at);
CREATE INDEX report_waiting ON public.report USING btree (requested_at) WHERE (state = 'QUEUED'::text);

create table rollup_10s (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    step_ms integer not null,
    last_ms bigint not null,
    n integer[] not null,
    sum double precision[] not null,
    min double precision[] not null,
    max double precision[] not null,
    last double precision[] not null
) partition by RANGE (t0);
CREATE INDEX rollup_10s_series ON public.rollup_10s USING btree (series_id, t0);

create table rollup_10s_block (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    last_ms bigint not null,
    slot smallint[] not null,
    n integer[] not null,
    sum double precision[],
    min double precision[],
    max double precision[],
    last double precision[] not null
) partition by RANGE (t0);
CREATE INDEX rollup_10s_block_series ON public.rollup_10s_block USING btree (series_id, t0);
CREATE INDEX rollup_10s_block_time ON public.rollup_10s_block USING btree (t0);

create table rollup_1h (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    slot smallint[] not null,
    n integer[] not null,
    sum double precision[] not null,
    min double precision[] not null,
    max double precision[] not null,
    last double precision[] not null,
    rise double precision[] not null,
    resets integer[] not null
) partition by RANGE (t0);
CREATE INDEX rollup_1h_series ON public.rollup_1h USING btree (series_id, t0);
CREATE INDEX rollup_1h_time ON public.rollup_1h USING btree (t0);

create table rollup_1m (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    slot smallint[] not null,
    n integer[] not null,
    sum double precision[] not null,
    min double precision[] not null,
    max double precision[] not null,
    last double precision[] not null,
    rise double precision[] not null,
    resets integer[] not null
) partition by RANGE (t0);
CREATE INDEX rollup_1m_series ON public.rollup_1m USING btree (series_id, t0);
CREATE INDEX rollup_1m_time ON public.rollup_1m USING btree (t0);

create table rollup_tier (
    name text not null,
    block timestamp with time zone,
    slices_done integer not null default 0,
    kept_hours integer,
    constraint rollup_tier_kept_hours_check CHECK ((kept_hours > 0)),
    constraint rollup_tier_pkey PRIMARY KEY (name)
);

create table saved_filter (
    account text not null,
    list text not null,
    name text not null,
    query text not null,
    constraint saved_filter_pkey PRIMARY KEY (account, list, name)
);

create table series (
    id bigint not null,
    metric text not null,
    labels jsonb not null,
    source text not null,
    first_seen timestamp with time zone not null default now(),
    constraint series_pkey PRIMARY KEY (id)
);

create table simulated_fault (
    id uuid not null,
    kind text not null,
    region text not null,
    zone text,
    host text,
    other_region text,
    started_at timestamp with time zone not null,
    lasts_seconds bigint not null,
    ended_at timestamp with time zone,
    injected_by text not null,
    by_machine boolean not null,
    constraint simulated_fault_lasts_seconds_check CHECK (((lasts_seconds >= 10) AND (lasts_seconds <= 86400))),
    constraint simulated_fault_pkey PRIMARY KEY (id)
);
CREATE INDEX simulated_fault_open ON public.simulated_fault USING btree (started_at) WHERE (ended_at IS NULL);

create table sketch_10s (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    sketch bytea not null
) partition by RANGE (t0);
CREATE INDEX sketch_10s_series ON public.sketch_10s USING btree (series_id, t0);

create table sketch_1h (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    sketch bytea not null
) partition by RANGE (t0);
CREATE INDEX sketch_1h_series ON public.sketch_1h USING btree (series_id, t0);

create table sketch_1m (
    series_id bigint not null,
    t0 timestamp with time zone not null,
    sketch bytea not null
) partition by RANGE (t0);
CREATE INDEX sketch_1m_series ON public.sketch_1m USING btree (series_id, t0);

create table time_table (
    name text not null,
    time_column text not null,
    step interval not null,
    constraint time_table_pkey PRIMARY KEY (name)
);

create table timeline_entry (
    id bigint not null generated always as identity,
    incident_id uuid not null,
    kind text not null,
    author text not null,
    machine boolean not null,
    occurred_at timestamp with time zone not null,
    recorded_at timestamp with time zone not null,
    text text not null,
    hash bytea not null default '\x'::bytea,
    constraint timeline_entry_pkey PRIMARY KEY (id)
);
CREATE INDEX timeline_entry_incident ON public.timeline_entry USING btree (incident_id, id);

create table timescale_mode (
    only_row boolean not null default true,
    mode text not null,
    constraint timescale_mode_mode_check CHECK ((mode = ANY (ARRAY['native'::text, 'apache'::text, 'tsl'::text]))),
    constraint timescale_mode_only_row_check CHECK (only_row),
    constraint timescale_mode_pkey PRIMARY KEY (only_row)
);

create table vm (
    id text not null,
    host text not null,
    flavor text not null,
    first_seen timestamp with time zone not null,
    constraint vm_pkey PRIMARY KEY (id)
);
CREATE INDEX vm_host ON public.vm USING btree (host);

alter table account_preference add constraint account_preference_account_fkey FOREIGN KEY (account) REFERENCES account(name) ON DELETE CASCADE;

alter table alert_finding add constraint alert_finding_alert_id_fkey FOREIGN KEY (alert_id) REFERENCES alert(id);

alter table host add constraint host_region_fkey FOREIGN KEY (region) REFERENCES region(id);

alter table incident_alert add constraint incident_alert_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id);

alter table incident_seat add constraint incident_seat_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id);

alter table incident_task add constraint incident_task_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id);

alter table saved_filter add constraint saved_filter_account_fkey FOREIGN KEY (account) REFERENCES account(name) ON DELETE CASCADE;

alter table timeline_entry add constraint timeline_entry_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incident(id);

alter table vm add constraint vm_host_fkey FOREIGN KEY (host) REFERENCES host(id);

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();

CREATE TRIGGER timeline_entry_append_only BEFORE DELETE OR UPDATE ON public.timeline_entry FOR EACH STATEMENT EXECUTE FUNCTION timeline_entry_is_append_only();

CREATE TRIGGER timeline_entry_no_truncate BEFORE TRUNCATE ON public.timeline_entry FOR EACH STATEMENT EXECUTE FUNCTION timeline_entry_is_append_only();

create view rollup_10s_bucket as
 SELECT series_id,
    at,
    sum(n) AS n,
    sum(total) AS sum,
    min("least") AS min,
    max(most) AS max,
    (array_agg(final ORDER BY last_ms DESC))[1] AS last
   FROM ( SELECT rollup_10s.series_id,
            rollup_10s.last_ms,
            (rollup_10s.t0 + ((((part."position" - 1) * rollup_10s.step_ms))::double precision * '00:00:00.001'::interval)) AS at,
            part.n,
            part.sum AS total,
            part.min AS "least",
            part.max AS most,
            part.last AS final
           FROM rollup_10s,
            LATERAL UNNEST(rollup_10s.n, rollup_10s.sum, rollup_10s.min, rollup_10s.max, rollup_10s.last) WITH ORDINALITY part(n, sum, min, max, last, "position")
          WHERE (part.n > 0)
        UNION ALL
         SELECT block.series_id,
            block.last_ms,
            (block.t0 + ((COALESCE((part.slot)::bigint, ((block.slot[1] + part."position") - 1)))::double precision * '00:00:10'::interval)) AS at,
            COALESCE(part.n, block.n[1]) AS n,
            COALESCE(part.sum, part.last) AS total,
            COALESCE(part.min, part.last) AS "least",
            COALESCE(part.max, part.last) AS most,
            part.last AS final
           FROM rollup_10s_block block,
            LATERAL UNNEST(block.slot, block.n, block.sum, block.min, block.max, block.last) WITH ORDINALITY part(slot, n, sum, min, max, last, "position")) bucket
  GROUP BY series_id, at;

create view rollup_1h_bucket as
 SELECT rollup_1h.series_id,
    (rollup_1h.t0 + ((cell.slot)::double precision * '01:00:00'::interval)) AS at,
    cell.n,
    cell.sum,
    cell.min,
    cell.max,
    cell.last,
    cell.rise,
    cell.resets
   FROM rollup_1h,
    LATERAL UNNEST(rollup_1h.slot, rollup_1h.n, rollup_1h.sum, rollup_1h.min, rollup_1h.max, rollup_1h.last, rollup_1h.rise, rollup_1h.resets) cell(slot, n, sum, min, max, last, rise, resets);

create view rollup_1m_bucket as
 SELECT rollup_1m.series_id,
    (rollup_1m.t0 + ((cell.slot)::double precision * '00:01:00'::interval)) AS at,
    cell.n,
    cell.sum,
    cell.min,
    cell.max,
    cell.last,
    cell.rise,
    cell.resets
   FROM rollup_1m,
    LATERAL UNNEST(rollup_1m.slot, rollup_1m.n, rollup_1m.sum, rollup_1m.min, rollup_1m.max, rollup_1m.last, rollup_1m.rise, rollup_1m.resets) cell(slot, n, sum, min, max, last, rise, resets);
