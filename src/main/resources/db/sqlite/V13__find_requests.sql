-- The dashboard's lists: a page costs the same however many requests there are.
create index request_open on request (number) where status <> 'closed';
create index request_type on request (type, number);
create index request_urgency on request (urgency, number);
create index request_assignee on request (assignee, number);

-- Words of the conversation; the rows themselves stay in message. Accents make no difference.
create virtual table message_words using fts5 (
    body, content = 'message', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
-- What is erased from a message is erased from the index too, and not only marked
insert into message_words (message_words, rank) values ('secure-delete', 1);
insert into message_words (rowid, body) select seq, body from message;

create trigger message_words_added after insert on message begin
    insert into message_words (rowid, body) values (new.seq, new.body);
end;
create trigger message_words_changed after update of body on message begin
    insert into message_words (message_words, rowid, body) values ('delete', old.seq, old.body);
    insert into message_words (rowid, body) values (new.seq, new.body);
end;
create trigger message_words_removed after delete on message begin
    insert into message_words (message_words, rowid, body) values ('delete', old.seq, old.body);
end;
