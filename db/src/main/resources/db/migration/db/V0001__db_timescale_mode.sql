-- Decides once, when the schema is first made, how history is kept: 'native' partitions, TimescaleDB 'apache' or 'tsl'.
create table timescale_mode (
    only_row boolean primary key default true check (only_row),
    mode text not null check (mode in ('native', 'apache', 'tsl'))
);

do $$
declare
    wanted text := lower('${timescale}');
    found text := 'native';
begin
    if wanted <> 'off'
        and exists (select 1 from pg_available_extensions where name = 'timescaledb')
        and (exists (select 1 from pg_extension where extname = 'timescaledb')
            or current_setting('timescaledb.max_background_workers', true) is not null) then
        execute 'create extension if not exists timescaledb';
        found := case current_setting('timescaledb.license', true) when 'timescale' then 'tsl' else 'apache' end;
    elsif wanted = 'required' then
        raise exception 'goc.database.timescale is required, but this server has no preloaded timescaledb';
    end if;
    insert into timescale_mode (mode) values (found);
end $$;
