-- A version of a document that the client may read at a link. The link's token lies here as it is: the text that brought
-- the client the link holds it word for word in the same database (docs/decisions/0006-share-pages.md).
create table share (
    id              text primary key,
    number          integer not null unique,
    token           text not null unique,
    -- One approval opens one page; the page shows the words while they are the approved ones
    approval_id     text not null unique,
    request_id      text not null references request (id),
    document_id     text not null,
    n               integer not null,
    shared_by       text not null,
    shared_at       text not null,
    expires_at      text not null,
    revoked_at      text,
    revoked_by      text,
    views           integer not null default 0,
    first_viewed_at text,
    foreign key (document_id, n) references document_version (document_id, n)
);
create index share_request on share (request_id, number);

insert into sequence_number (name, value) values ('share', 0);
