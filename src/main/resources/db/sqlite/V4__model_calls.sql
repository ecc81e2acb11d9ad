-- A call that brought no usable answer is recorded too; a question still has one answer at most.
create table model_call_new (
    id              integer primary key,
    idempotency_key text not null,
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
insert into model_call_new (idempotency_key, request_id, purpose, provider, model, prompt_version, input, output, outcome,
                            input_tokens, output_tokens, cost_usd, latency_ms, at)
select idempotency_key, request_id, purpose, provider, model, prompt_version, input, output, outcome,
       input_tokens, output_tokens, cost_usd, latency_ms, at
from model_call order by rowid;
drop table model_call;
alter table model_call_new rename to model_call;

create unique index model_call_answer on model_call (idempotency_key) where outcome = 'answered';
create index model_call_request on model_call (request_id, at);
create index model_call_at on model_call (at);
