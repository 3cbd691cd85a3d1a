-- What happened, when it happened and when it was written down. Nothing is ever changed or taken out.
create table timeline_entry (
    id bigint generated always as identity primary key,
    incident_id uuid not null references incident,
    kind text not null,
    author text not null,
    machine boolean not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    text text not null
);

create index timeline_entry_incident on timeline_entry (incident_id, id);

create function timeline_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the timeline is append-only';
end $$;

create trigger timeline_entry_append_only before update or delete on timeline_entry
    for each statement execute function timeline_entry_is_append_only();
