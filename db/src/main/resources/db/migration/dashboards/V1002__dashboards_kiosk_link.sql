-- Links that show chosen boards to whoever has them, without signing in, until they expire or are revoked.
create table kiosk_link (
    id uuid primary key,
    name text not null,
    hash bytea not null unique,
    boards text[] not null,
    names_tenants boolean not null,
    created_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
