-- How an outbound text travels: GSM-7 or UCS-2, which decides in how many segments.
alter table message add column encoding text;

-- What the carrier said of a text whose id we did not know yet; applied, and taken out, once its sending is written down.
create table early_delivery_state (
    channel     text not null,
    provider_id text not null,
    state       text not null,
    error_code  text,
    at          text not null,
    primary key (channel, provider_id)
);
create index early_delivery_state_at on early_delivery_state (at);

-- Texts that will never arrive and that a person hears of, written in the transaction that made them final.
create table undelivered_text (
    message_id text primary key references message (id),
    reason     text not null,
    at         text not null,
    -- Set once the person's task is there
    handed_at  text
);
create index undelivered_text_waiting on undelivered_text (at) where handed_at is null;

-- A repository keeps its id when it is renamed or moved to another owner.
alter table issue add column repository_id integer;
create index issue_repository on issue (provider, repository_id, number);
