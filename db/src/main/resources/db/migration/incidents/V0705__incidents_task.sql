create table incident_task (
    id uuid primary key,
    incident_id uuid not null references incident,
    title text not null,
    assignee text,
    due_at timestamptz,
    created_at timestamptz not null,
    done_at timestamptz,
    lapsed boolean not null default false
);

create index incident_task_incident on incident_task (incident_id, created_at);
