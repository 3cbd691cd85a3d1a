-- Each entry's hash covers the entry before it in the same incident; entries older than the chain have none.
alter table timeline_entry add column hash bytea not null default ''::bytea;
