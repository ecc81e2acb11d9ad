-- Files that came with a message. They are fetched after the message is kept; a row stays and says how that ended.
create table media_file (
    message_id      text not null references message (id),
    n               integer not null,
    -- Where the file is fetched from; null once nobody will
    source          text,
    content_type    text not null,
    attempts        integer not null default 0,
    -- Null once the file is kept or given up
    next_attempt_at text,
    document_id     text references document (id),
    bytes           integer,
    primary key (message_id, n)
);
create index media_file_due on media_file (next_attempt_at) where next_attempt_at is not null;
