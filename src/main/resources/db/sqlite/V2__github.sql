-- From when on a search for an issue that may have been made must look, and as of when the tracker's changes are known:
-- webhooks come in any order.
alter table issue add column filing_since text;
alter table issue add column changed_at text;
create index issue_place on issue (provider, lower(repository), number);

-- Deliveries of GitHub's webhook that took effect, written in the same transaction as the effect.
create table github_delivery (
    id    text primary key,
    event text not null,
    at    text not null
);

-- What was said about an issue at GitHub. The words lie here and not in the event log, which is never changed.
create table issue_comment (
    id         text primary key,
    request_id text not null references request (id),
    author     text not null,
    body       text not null,
    url        text not null,
    at         text not null
);
create index issue_comment_request on issue_comment (request_id, at);
