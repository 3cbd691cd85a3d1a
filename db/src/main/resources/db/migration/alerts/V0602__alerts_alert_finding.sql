-- Which findings an alert stands for; it resolves when none of them is open.
create table alert_finding (
    finding_id uuid primary key,
    alert_id uuid not null references alert,
    severity text not null,
    explanation text not null,
    open boolean not null
);

create index alert_finding_alert on alert_finding (alert_id);
