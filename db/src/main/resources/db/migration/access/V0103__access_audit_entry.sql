-- Who changed what, chained: each hash covers the row and the hash before it, so that a changed or missing row shows.
create table audit_entry (
    id bigint generated always as identity primary key,
    occurred_at timestamptz not null,
    actor text not null,
    machine boolean not null,
    action text not null,
    subject text not null,
    detail text not null,
    hash bytea not null
);

create index audit_entry_time on audit_entry (occurred_at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each statement execute function audit_entry_is_append_only();
