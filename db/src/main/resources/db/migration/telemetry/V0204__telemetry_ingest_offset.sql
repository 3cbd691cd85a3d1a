-- How far each partition was folded; moved in the transaction that stores what was folded.
create table ingest_offset (
    topic text not null,
    part integer not null,
    next_offset bigint not null,
    primary key (topic, part)
);
