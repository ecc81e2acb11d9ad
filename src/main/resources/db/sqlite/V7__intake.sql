-- Texts that are brought to the engine together carry the id of the first of them: a retry brings the same ones.
alter table message add column handed_with text;
create index message_handed_with on message (handed_with) where handed_with is not null;
-- A text waits (next_attempt_at) while its sender may still be writing; only those that are due are looked at.
drop index message_unhandled;
create index message_unhandled on message (next_attempt_at, seq) where direction = 'inbound' and handled_at is null;

-- One pass through a drafting step: which of the client's texts the draft saw, and how it ended. A retry finds the row, so
-- that it drafts from the same texts and ends the same way.
create table draft_round (
    round      text primary key,
    request_id text not null references request (id),
    -- JSON list of message ids
    saw        text not null,
    -- 'written', or 'left' to a person; null while it is being drafted
    outcome    text,
    at         text not null
);
create index draft_round_request on draft_round (request_id);

-- A member of staff writes on this request; until they are done no model drafts over them.
create table writing (
    request_id text primary key references request (id),
    staff_user text not null,
    since      text not null
);

-- Which earlier request of the same sender a request may belong to.
create table earlier_request (
    request_id text not null references request (id),
    earlier_id text not null references request (id),
    -- 'previous', 'refers_back', 'choice', 'withdrawal', or 'continues' once a person said so
    kind       text not null,
    primary key (request_id, earlier_id)
);

-- "Which of them is it about? Reply 1 or 2": asked once, until it is answered or a person decides.
create table which_request (
    id       text primary key,
    channel  text not null,
    address  text not null,
    -- JSON list of request ids, in the order of their numbers in the text
    options  text not null,
    asked_at text not null,
    ended_at text
);
create unique index which_request_open on which_request (channel, address) where ended_at is null;
