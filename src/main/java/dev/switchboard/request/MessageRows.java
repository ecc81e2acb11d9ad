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
                                 handled_at, carrier, next_attempt_at)
            values (#{id}, #{seq}, #{idempotencyKey}, #{requestId}, #{direction}, #{channel}, #{fromAddress},
                    #{toAddress}, #{body}, #{media}, #{keyword}, #{status}, #{segments}, #{providerId}, #{approvedBy},
                    #{draftedBy}, #{at}, #{handledAt}, #{carrier}, #{nextAttemptAt})
            on conflict (idempotency_key) do nothing
            """)
    int insert(Message message);

    @Select("select * from message where idempotency_key = #{key}")
    Message byKey(String key);

    @Select("select * from message where id = #{id}")
    Message find(String id);

    @Select("select * from message where channel = #{channel} and provider_id = #{providerId}")
    Message byProviderId(String channel, String providerId);

    @Select("select * from message where request_id = #{requestId} order by seq")
    List<Message> conversation(String requestId);

    @Select("select * from message where request_id = #{requestId} and seq > #{after} order by seq limit #{limit}")
    List<Message> page(String requestId, long after, int limit);

    @Select("""
            select * from message
            where channel = #{channel} and (from_address = #{address} or to_address = #{address}) and seq < #{before}
            order by seq desc limit #{limit}
            """)
    List<Message> ofAddress(String channel, String address, long before, int limit);

    @Select("""
            select * from message where direction = 'inbound' and handled_at is null order by seq limit #{limit}
            """)
    List<Message> unhandled(int limit);

    @Select("""
            select * from message
            where direction = 'outbound' and carrier = 'relay' and status in ('queued', 'sending')
              and next_attempt_at <= #{now}
            order by next_attempt_at limit #{limit}
            """)
    List<Message> dueForRelay(Instant now, int limit);

    @Update("update message set request_id = #{requestId} where id = #{id}")
    void tie(String id, String requestId);

    @Update("update message set media = #{json} where id = #{id}")
    void setMedia(String id, String json);

    @Update("update message set handled_at = #{at} where id = #{id}")
    void handled(String id, Instant at);

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
