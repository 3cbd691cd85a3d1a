create table incident_alert (
    incident_id uuid not null references incident,
    alert_id uuid not null,
    primary key (incident_id, alert_id)
);
