-- Who a client is in the event log: a name that means nobody once this row is gone.
alter table address add column id text;
update address set id = 'A-' || rowid;
create unique index address_id on address (id);
insert into sequence_number (name, value) values ('address', (select coalesce(max(rowid), 0) from address));

-- The client's row stays for what points at it, without a word of theirs.
alter table client add column erased_at text;

-- One row per client whose erasure was asked for; it is gone on with until it is settled. Nothing personal lies here.
create table erasure (
    client_id   text primary key references client (id),
    asked_by    text not null,
    asked_at    text not null,
    -- Ids whose traces in the engine and in the document store are taken away, again at each pass
    requests    text not null default '[]',
    documents   text not null default '[]',
    -- What the caller is told: counts, and what lies outside and has to be taken away by hand
    receipt     text not null default '{}',
    finished_at text,
    -- Set by a last pass, when no step that was under way can still write something
    settled_at  text
);
create index erasure_unsettled on erasure (asked_at) where settled_at is null;

-- Numbers of erased people who had opted out, as HMAC-SHA256 under a key that lies in a file beside the database.
create table opt_out (
    hash   text primary key,
    key_id text not null,
    at     text not null
);

-- Details may be taken away, nothing else and for nothing else, and only after the log says that it was done.
drop trigger event_is_never_changed;
create trigger event_is_never_changed before update on event
when not (
    new.details = '{"erased":true}'
    and new.seq = old.seq
    and new.at = old.at
    and new.actor_kind = old.actor_kind
    and new.actor_name = old.actor_name
    and new.type = old.type
    and new.request_id is not distinct from old.request_id
    and new.client_id is not distinct from old.client_id
    and new.details_hash = old.details_hash
    and new.prev_hash = old.prev_hash
    and new.hash = old.hash
    and new.once_key is not distinct from old.once_key
    and exists (select 1 from event later where later.type = 'client_erased' and later.seq > old.seq)
)
begin
    select raise(abort, 'the event log is append-only');
end;
