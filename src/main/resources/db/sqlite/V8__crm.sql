-- What colleagues should know of a client has two parts: client.summary holds what staff wrote, digest what is written by
-- itself of closed steps. Events up to digest_from are staff's business, those up to digest_upto are in the digest.
alter table client add column digest text not null default '';
alter table client add column digest_from integer not null default 0;
alter table client add column digest_upto integer not null default 0;

-- Both parts together, as they read after each change.
create table client_summary (
    client_id   text not null references client (id),
    n           integer not null,
    body        text not null,
    author_kind text not null,
    author_name text not null,
    at          text not null,
    primary key (client_id, n)
);
-- Nobody wrote down who wrote these
insert into client_summary (client_id, n, body, author_kind, author_name, at)
select id, 1, summary, 'system', 'switchboard', created_at from client where summary <> '';

insert into sequence_number (name, value) values ('canned_reply', 0), ('note', 0);

-- Words that staff send again and again; names in braces are filled in.
create table canned_reply (
    id         text primary key,
    number     integer not null unique,
    name       text not null,
    body       text not null,
    -- ISO 639-1; null for any
    language   text,
    changed_by text not null,
    changed_at text not null
);
create unique index canned_reply_name on canned_reply (lower(name));

-- For colleagues; never sent.
create table note (
    id         text primary key,
    number     integer not null unique,
    request_id text not null references request (id),
    author     text not null,
    body       text not null,
    at         text not null
);
create index note_request on note (request_id, number);

-- A merged request is closed. Its texts belong to the request it went into and say where they came from.
alter table request add column merged_into text references request (id);
create index request_merged on request (merged_into) where merged_into is not null;
alter table message add column merged_from text references request (id);
create index message_merged on message (merged_from, seq) where merged_from is not null;

-- One row for both directions: a < b by number.
create table request_link (
    a          text not null references request (id),
    b          text not null references request (id),
    kind       text not null check (kind in ('related', 'duplicate')),
    created_by text not null,
    at         text not null,
    primary key (a, b)
);
create index request_link_b on request_link (b);

-- Texts to and from a number that belong to no request
create index message_to on message (channel, to_address, seq);
create index message_from on message (channel, from_address, seq);
