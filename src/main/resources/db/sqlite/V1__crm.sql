-- Times are RFC 3339 in UTC with milliseconds: they sort as text and read without a tool.

create table sequence_number (
    name  text primary key,
    value integer not null
);
insert into sequence_number (name, value) values
    ('client', 0), ('contact', 0), ('request', 1000), ('message', 0), ('document', 0), ('local_issue', 0);

create table client (
    id         text primary key,
    name       text not null,
    services   text not null default '[]',
    summary    text not null default '',
    created_at text not null
);

create table contact (
    id        text primary key,
    client_id text not null references client (id),
    name      text not null,
    role      text not null default ''
);
create index contact_client on contact (client_id);

-- Every address ever seen has a row, known sender or not: a stranger can opt out too.
create table address (
    channel    text not null,
    address    text not null,
    contact_id text references contact (id),
    consent    text not null default 'unknown' check (consent in ('unknown', 'granted', 'withdrawn')),
    consent_at text,
    primary key (channel, address)
);
create index address_contact on address (contact_id);

create table request (
    id            text primary key,
    number        integer not null unique,
    client_id     text references client (id),
    channel       text not null,
    address       text not null,
    title         text not null,
    type          text,
    urgency       text,
    sentiment     text,
    language      text,
    confidence    real,
    type_set_by   text,
    urgency_set_by text,
    status        text not null,
    handling      text,
    due_at        text,
    assignee      text,
    opened_at     text not null,
    closed_at     text
);
create index request_address on request (channel, address, status);
create index request_client on request (client_id, number);
create index request_status on request (status, number);

create table message (
    id              text primary key,
    seq             integer not null unique,
    -- One row per effect: the provider's id of an inbound message, the approval of an outbound one
    idempotency_key text not null unique,
    request_id      text references request (id),
    direction       text not null check (direction in ('inbound', 'outbound')),
    channel         text not null,
    from_address    text not null,
    to_address      text not null,
    body            text not null,
    media           text not null default '[]',
    -- STOP, START or HELP: a text that is a command to the channel and no part of a conversation
    keyword         text,
    status          text not null,
    error_code      text,
    segments        integer,
    provider_id     text,
    approved_by     text,
    drafted_by      text,
    at              text not null,
    -- Inbound: set once the engine has the message. Outbound: 'process' is retried by the engine's job, 'relay' by us.
    handled_at      text,
    carrier         text,
    attempts        integer not null default 0,
    next_attempt_at text,
    sending_since   text
);
create index message_request on message (request_id, seq);
create index message_unhandled on message (seq) where direction = 'inbound' and handled_at is null;
create index message_outbox on message (next_attempt_at) where direction = 'outbound' and status in ('queued', 'sending');
create index message_provider on message (channel, provider_id);

create table approval (
    task_id     text not null,
    purpose     text not null,
    request_id  text,
    sha256      text not null,
    approved_by text not null,
    drafted_by  text,
    at          text not null,
    primary key (task_id, purpose)
);

-- The fixed answer to HELP; its words lie in FixedTexts.java, its approval is given with the release that ships them.
insert into approval (task_id, purpose, request_id, sha256, approved_by, drafted_by, at)
values ('help-1', 'client_message', null, '7f5209cb8488b5dfac19b2f2b79e7f35bed48b8678ab22b0712106d65198b8a8',
        'owner', null, '2026-11-22T00:00:00.000Z');

create table document (
    id         text primary key,
    request_id text references request (id),
    kind       text not null,
    title      text not null,
    created_at text not null
);
create index document_request on document (request_id);

create table document_version (
    document_id     text not null references document (id),
    n               integer not null,
    idempotency_key text not null unique,
    sha256          text not null,
    bytes           integer not null,
    content_type    text not null,
    author_kind     text not null,
    author_name     text not null,
    storage_key     text not null,
    at              text not null,
    primary key (document_id, n)
);

create table issue (
    request_id   text primary key references request (id),
    provider     text not null,
    repository   text not null,
    number       integer,
    url          text,
    title        text not null,
    state        text not null,
    close_reason text,
    assignee     text,
    labels       text not null default '[]',
    filed_at     text,
    -- Set once the process that waits for a closed issue has been told
    announced_at text
);

-- What the embedded tracker holds; the issue table is what Switchboard knows of an issue wherever it lies.
create table local_issue (
    number     integer primary key,
    repository text not null,
    marker     text not null,
    title      text not null,
    body       text not null,
    labels     text not null,
    assignee   text,
    state      text not null,
    created_at text not null
);
create index local_issue_marker on local_issue (repository, marker);

-- What the simulated phone received; it stands where Twilio's message log would.
create table simulated_text (
    sid          text primary key,
    from_address text not null,
    to_address   text not null,
    body         text not null,
    at           text not null
);

create table model_call (
    idempotency_key text primary key,
    request_id      text,
    purpose         text not null,
    provider        text not null,
    model           text not null,
    prompt_version  text not null,
    input           text not null,
    output          text not null,
    outcome         text not null,
    input_tokens    integer,
    output_tokens   integer,
    cost_usd        real,
    latency_ms      integer not null,
    at              text not null
);
create index model_call_request on model_call (request_id);

create table event (
    seq          integer primary key,
    at           text not null,
    actor_kind   text not null,
    actor_name   text not null,
    type         text not null,
    request_id   text,
    client_id    text,
    details      text not null,
    details_hash text not null,
    prev_hash    text not null,
    hash         text not null,
    -- A step that a retry runs again records itself once; not part of the chain
    once_key     text unique
);
create index event_request on event (request_id, seq);
create index event_client on event (client_id, seq);
create index event_type on event (type, seq);

create trigger event_is_never_changed before update on event
begin
    select raise(abort, 'the event log is append-only');
end;
-- "insert or replace" takes a row away without firing the trigger for that
create trigger event_is_never_replaced before insert on event
when exists (select 1 from event where seq = new.seq or once_key = new.once_key)
begin
    select raise(abort, 'the event log is append-only');
end;
create trigger event_is_never_deleted before delete on event
begin
    select raise(abort, 'the event log is append-only');
end;

-- The head of the hash chain; its row is the lock that orders writers.
create table event_chain (
    id   integer primary key check (id = 1),
    seq  integer not null,
    hash text not null
);
insert into event_chain (id, seq, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
