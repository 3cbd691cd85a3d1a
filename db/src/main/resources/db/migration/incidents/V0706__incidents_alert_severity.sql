-- How severe the alert was when it last brought an incident news: only what grew worse since is news again.
alter table incident_alert add column severity text not null default 'CRITICAL';
