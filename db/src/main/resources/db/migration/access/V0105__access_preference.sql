-- How a person wants to see and hear the operations center. Who has no row has the defaults.
create table account_preference (
    account text primary key references account (name) on delete cascade,
    time_zone text not null,
    theme text not null,
    density text not null,
    flashing boolean not null,
    sounds text[] not null,
    volume smallint not null check (volume between 0 and 100),
    desktop boolean not null,
    keys boolean not null,
    landing text not null
);
