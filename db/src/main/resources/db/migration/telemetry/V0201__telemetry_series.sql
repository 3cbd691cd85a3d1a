-- Every series ever accepted. The id is the keyed hash that travels in batches.
create table series (
    id bigint primary key,
    metric text not null,
    labels jsonb not null,
    source text not null,
    first_seen timestamptz not null default now()
);
