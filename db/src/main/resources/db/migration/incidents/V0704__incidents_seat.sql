create table incident_seat (
    incident_id uuid not null references incident,
    role text not null,
    person text not null,
    since timestamptz not null,
    primary key (incident_id, role)
);
