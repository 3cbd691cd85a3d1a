-- What somebody often looks for in a list, under a name of their own.
create table saved_filter (
    account text not null references account (name) on delete cascade,
    list text not null,
    name text not null,
    query text not null,
    primary key (account, list, name)
);
