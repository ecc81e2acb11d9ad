-- When words of a person first left for the client. Before this, nothing but such words was sent for a request.
alter table request add column responded_at text;
-- When the leads were called in because the response was overdue
alter table request add column escalated_at text;
update request set responded_at = (
    select min(at) from message
    where message.request_id = request.id and direction = 'outbound'
      and status in ('sent', 'delivered', 'undelivered')
);
