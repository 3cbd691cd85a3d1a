-- Dashboards that people made or brought along. What is on one is one document: it is read and written whole.
create table dashboard (
    id uuid primary key,
    title text not null,
    owner text not null,
    audience text not null,
    team text,
    content jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null,
    version bigint not null default 1,
    check ((audience = 'TEAM') = (team is not null))
);
create index dashboard_title on dashboard (lower(title));
