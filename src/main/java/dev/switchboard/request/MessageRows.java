package dev.switchboard.request;

import dev.switchboard.request.Message.Delivery;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface MessageRows {

    /** @return 0 when a message with this key is there already */
    @Insert("""
            insert into message (id, seq, idempotency_key, request_id, direction, channel, from_address, to_address,
                                 body, media, keyword, status, segments, provider_id, approved_by, drafted_by, at,
                                 handled_at, carrier, next_attempt_at, encoding)
            values (#{id}, #{seq}, #{idempotencyKey}, #{requestId}, #{direction}, #{channel}, #{fromAddress},
                    #{toAddress}, #{body}, #{media}, #{keyword}, #{status}, #{segments}, #{providerId}, #{approvedBy},
                    #{draftedBy}, #{at}, #{handledAt}, #{carrier}, #{nextAttemptAt},
                    #{encoding})
            on conflict (idempotency_key) do nothing
            """)
    int insert(Message message);

    @Select("select * from message where idempotency_key = #{key}")
    Message byKey(String key);

    @Select("select * from message where id = #{id}")
    Message find(String id);

    @Select("select * from message where channel = #{channel} and provider_id = #{providerId}")
    Message byProviderId(String channel, String providerId);

    /** A merged request still shows the texts that were its own. */
    @Select("select * from message where request_id = #{requestId} or merged_from = #{requestId} order by seq")
    List<Message> conversation(String requestId);

    @Select("""
            select * from message
            where (request_id = #{requestId} or merged_from = #{requestId}) and seq > #{after}
            order by seq limit #{limit}
            """)
    List<Message> page(String requestId, long after, int limit);

    /** Whatever went to or came from a client's numbers, in a request or not. */
    @Select("""
            select m.* from message m
            where m.seq > #{after} and exists (
                select 1 from address a join contact co on co.id = a.contact_id
                where co.client_id = #{clientId} and a.channel = m.channel
                  and a.address = case m.direction when 'inbound' then m.from_address else m.to_address end)
            order by m.seq limit #{limit}
            """)
    List<Message> ofClient(String clientId, long after, int limit);

    @Update("""
            update message set request_id = #{into}, merged_from = coalesce(merged_from, #{from}),
                               handed_with = null,
                               next_attempt_at = case direction when 'inbound' then null else next_attempt_at end
            where request_id = #{from}
            """)
    void move(String from, String into);

    /** The client's last words in a conversation are still to be brought to the engine. */
    @Update("""
            update message set handled_at = null
            where id = (select id from message
                where request_id = #{requestId} and merged_from = #{from} and direction = 'inbound' and keyword is null
                order by seq desc limit 1)
            """)
    void offerLastAgain(String requestId, String from);

    @Select("""
            select * from message
            where channel = #{channel} and (from_address = #{address} or to_address = #{address}) and seq < #{before}
            order by seq desc limit #{limit}
            """)
    List<Message> ofAddress(String channel, String address, long before, int limit);

    @Select("""
            select * from message
            where direction = 'inbound' and handled_at is null and (next_attempt_at is null or next_attempt_at <= #{now})
            order by seq limit #{limit}
            """)
    List<Message> unhandled(Instant now, int limit);

    /** Kept, and nobody knows yet where they belong. */
    @Select("""
            select * from message
            where channel = #{channel} and from_address = #{address} and direction = 'inbound'
              and handled_at is null and request_id is null and keyword is null
            order by seq
            """)
    List<Message> unplaced(String channel, String address);

    @Select("""
            select * from message
            where direction = 'outbound' and carrier = 'relay' and status in ('queued', 'sending')
              and next_attempt_at <= #{now}
            order by next_attempt_at limit #{limit}
            """)
    List<Message> dueForRelay(Instant now, int limit);

    @Update("update message set request_id = #{requestId}, handed_with = null, next_attempt_at = null where id = #{id}")
    void tie(String id, String requestId);

    @Update("update message set keyword = #{keyword} where id = #{id}")
    void setKeyword(String id, String keyword);

    @Update("""
            update message set next_attempt_at = #{until}
            where request_id = #{requestId} and direction = 'inbound' and handled_at is null and keyword is null
            """)
    void holdOf(String requestId, Instant until);

    @Update("""
            update message set next_attempt_at = #{until}
            where channel = #{channel} and from_address = #{address} and direction = 'inbound' and handled_at is null
              and request_id is null and keyword is null and (next_attempt_at is not null or id = #{id})
            """)
    void holdUnplaced(String channel, String address, String id, Instant until);

    @Update("update message set media = #{json} where id = #{id}")
    void setMedia(String id, String json);

    @Update("update message set handled_at = #{at} where id = #{id}")
    void handled(String id, Instant at);

    @Select("""
            select id, at, handed_with, provider_id from message
            where request_id = #{requestId} and direction = 'inbound' and handled_at is null and keyword is null
            order by seq
            """)
    List<Waiting> waiting(String requestId);

    @Update("""
            update message set handed_with = #{first}
            where request_id = #{requestId} and direction = 'inbound' and handled_at is null and keyword is null
              and handed_with is null
            """)
    void handTogether(String requestId, String first);

    @Select("select * from message where handed_with = #{first} order by seq")
    List<Message> handedWith(String first);

    @Update("update message set handled_at = #{at} where handed_with = #{first} and handled_at is null")
    void handledTogether(String first, Instant at);

    @Update("""
            update message set handled_at = #{at}
            where request_id = #{requestId} and direction = 'inbound' and handled_at is null
            """)
    void handledOf(String requestId, Instant at);

    @Update("""
            update message set status = 'sending', sending_since = #{at}, attempts = attempts + 1 where id = #{id}
            """)
    void sending(String id, Instant at);

    @Update("""
            update message set status = 'queued', sending_since = null, error_code = #{errorCode},
                               next_attempt_at = #{nextAttemptAt}
            where id = #{id}
            """)
    void backToQueue(String id, String errorCode, Instant nextAttemptAt);

    @Update("update message set next_attempt_at = #{nextAttemptAt} where id = #{id}")
    void postpone(String id, Instant nextAttemptAt);

    @Update("update message set status = #{status}, provider_id = #{providerId}, error_code = null where id = #{id}")
    void accepted(String id, Delivery status, String providerId);

    @Update("update message set status = #{status}, error_code = #{errorCode} where id = #{id}")
    void setStatus(String id, Delivery status, String errorCode);
}
