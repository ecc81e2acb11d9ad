package dev.switchboard.request;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RequestRows {

    @Insert("""
            insert into request (id, number, client_id, channel, address, title, type, urgency,
                                 type_set_by, urgency_set_by, status, opened_at)
            values (#{id}, #{number}, #{clientId}, #{channel}, #{address}, #{title}, #{type}, #{urgency},
                    #{typeSetBy}, #{urgencySetBy}, #{status}, #{openedAt})
            """)
    void insert(Request request);

    /** What staff texted this address of their own accord and nobody has answered yet, oldest first. */
    @Select("""
            select id from message
            where channel = #{channel} and to_address = #{address} and request_id is null and direction = 'outbound'
              and idempotency_key like 'approval:staff:%' and at >= #{since}
            order by seq
            """)
    List<String> unanswered(String channel, String address, Instant since);

    @Update("update message set request_id = #{requestId} where id = #{messageId}")
    void join(String messageId, String requestId);

    @Select("select * from request where id = #{id}")
    Request find(String id);

    @Select("""
            select * from request where channel = #{channel} and address = #{address} and status <> 'closed' order by number
            """)
    List<Request> open(String channel, String address);

    @Select("""
            select * from request
            where channel = #{channel} and address = #{address} and status = 'closed' and closed_at >= #{since}
            order by closed_at desc, number desc limit 1
            """)
    Request lastClosed(String channel, String address, Instant since);

    /** A person's override always wins over the classifier's answer. */
    @Update("""
            update request set
                type = case when type_set_by is null then #{type} else type end,
                urgency = case when urgency_set_by is null then #{urgency} else urgency end,
                sentiment = #{sentiment}, language = #{language}, confidence = #{confidence}
            where id = #{id}
            """)
    void classify(String id, RequestType type, Urgency urgency, String sentiment, String language, double confidence);

    @Update("""
            update request set handling = #{handling}, due_at = #{dueAt}, status = #{status} where id = #{id}
            """)
    void route(String id, String handling, Instant dueAt, Status status);

    @Update("update request set status = #{status} where id = #{id} and status <> 'closed'")
    void setStatus(String id, Status status);

    @Update("""
            update request set status = 'closed', closed_at = #{at} where id = #{id} and status <> 'closed'
            """)
    int close(String id, Instant at);

    @Update("""
            update request set status = 'closed', closed_at = #{at}, merged_into = #{into}
            where id = #{id} and status <> 'closed'
            """)
    int merge(String id, String into, Instant at);

    @Update("update request set responded_at = #{at} where id = #{id} and responded_at is null")
    void responded(String id, Instant at);

    @Update("update request set escalated_at = #{at} where id = #{id} and escalated_at is null")
    void escalated(String id, Instant at);

    @Update("update request set type = #{type}, type_set_by = #{user} where id = #{id}")
    void overrideType(String id, RequestType type, String user);

    @Update("update request set urgency = #{urgency}, urgency_set_by = #{user} where id = #{id}")
    void overrideUrgency(String id, Urgency urgency, String user);

    @Update("update request set due_at = #{dueAt} where id = #{id}")
    void setDueAt(String id, Instant dueAt);

    @Update("update request set assignee = #{assignee} where id = #{id}")
    void setAssignee(String id, String assignee);

    @Update("update request set client_id = #{clientId} where id = #{id}")
    void setClient(String id, String clientId);

    /** Newest first, below the cursor's number. */
    @Select("""
            <script>
            select * from request where number &lt; #{before}
            <if test="filter.status != null">and status = #{filter.status}</if>
            <if test="filter.open">and status &lt;&gt; 'closed'</if>
            <if test="filter.type != null">and type = #{filter.type}</if>
            <if test="filter.urgency != null">and urgency = #{filter.urgency}</if>
            <if test="filter.client != null">and client_id = #{filter.client}</if>
            <if test="filter.assignee != null">and assignee = #{filter.assignee}</if>
            <if test="filter.q != null">
                and (id = upper(#{filter.q}) or id in (
                    select m.request_id from message_words w join message m on m.seq = w.rowid
                    where message_words match #{filter.words}))
            </if>
            order by number desc limit #{limit}
            </script>
            """)
    List<Request> page(RequestFilter filter, long before, int limit);

    /** Open bug requests of a client other than this one, newest first. */
    @Select("""
            select * from request
            where client_id = #{clientId} and type = 'bug' and status <> 'closed' and id <> #{except}
            order by number desc limit #{limit}
            """)
    List<Request> openBugs(String clientId, String except, int limit);

    /** Closed requests of a client other than this one, the last closed first. */
    @Select("""
            select * from request
            where client_id = #{clientId} and status = 'closed' and id <> #{except}
            order by closed_at desc, number desc limit #{limit}
            """)
    List<Request> closed(String clientId, String except, int limit);
}
