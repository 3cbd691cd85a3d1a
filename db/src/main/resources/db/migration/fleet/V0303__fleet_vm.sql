create table vm (
    id text primary key,
    host text not null references host,
    flavor text not null,
    first_seen timestamptz not null
);

create index vm_host on vm (host);
