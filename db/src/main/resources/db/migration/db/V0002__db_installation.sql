-- What is particular to this installation, made once: keys of hashes and cookies.
create table installation (
    name text primary key,
    value text not null
);

insert into installation (name, value)
values ('series-secret', replace(gen_random_uuid()::text, '-', '')),
       ('remember-me-key', replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));
