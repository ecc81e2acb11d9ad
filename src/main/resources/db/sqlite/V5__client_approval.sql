-- Words to a client outside of any request, such as a welcome, are approved for that client and for nobody else.
alter table approval add column client_id text;
