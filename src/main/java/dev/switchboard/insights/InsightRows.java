package dev.switchboard.insights;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** Times stay texts (RFC 3339 in UTC with milliseconds): they sort and compare as they are. */
@Mapper
interface InsightRows {

    /** @param firstReply when the first text to the client left, or null */
    record RequestTimes(
            String id, String type, String status, String openedAt, String closedAt, String dueAt, String firstReply) {}

    record Draft(String requestId, String purpose, String version, String output, String at, String status) {}

    record Approved(String requestId, String purpose, String sha256, String at) {}

    record Cost(String month, double usd, long requests) {}

    record Overridden(String type, long requests) {}

    @Select("""
            select r.id, r.type, r.status, r.opened_at, r.closed_at, r.due_at,
                   (select min(m.at) from message m
                    where m.request_id = r.id and m.direction = 'outbound' and m.status in ('sent', 'delivered'))
                       as first_reply
            from request r where r.opened_at >= #{since}
            """)
    List<RequestTimes> requests(String since);

    /** Without the drafts for clients who were erased: nobody knows any more what was made of them. */
    @Select("""
            select c.request_id, c.purpose, c.prompt_version as version, c.output, c.at, r.status
            from model_call c join request r on r.id = c.request_id
            where c.at >= #{since} and c.outcome = 'answered' and c.purpose like 'draft%' and c.output <> ''
            order by c.request_id, c.at
            """)
    List<Draft> drafts(String since);

    /** Approvals of words that a model drafted. */
    @Select("""
            select request_id, purpose, sha256, at from approval
            where at >= #{since} and request_id is not null and drafted_by is not null
            """)
    List<Approved> approvals(String since);

    @Select("""
            select substr(at, 1, 7) as month, coalesce(sum(cost_usd), 0) as usd, count(distinct request_id) as requests
            from model_call where at >= #{since} group by substr(at, 1, 7) order by 1
            """)
    List<Cost> costs(String since);

    /** Requests whose classification a person changed, by what was changed. */
    @Select("""
            select type, count(distinct request_id) as requests from event
            where at >= #{since} and type in ('type_overridden', 'urgency_overridden') group by type
            """)
    List<Overridden> overridden(String since);
}
