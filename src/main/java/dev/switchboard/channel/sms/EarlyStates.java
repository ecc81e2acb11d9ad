package dev.switchboard.channel.sms;

import dev.switchboard.request.Message.Delivery;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** Delivery states of texts whose provider id is in none of our messages, the furthest of each. */
@Mapper
interface EarlyStates {

    record EarlyState(String channel, String providerId, Delivery state, String errorCode) {}

    /** @return 0 when there is one of this text */
    @Insert("""
            insert into early_delivery_state (channel, provider_id, state, error_code, at)
            values (#{channel}, #{providerId}, #{state}, #{errorCode}, #{at})
            on conflict (channel, provider_id) do nothing
            """)
    int insert(String channel, String providerId, Delivery state, String errorCode, Instant at);

    @Update("""
            update early_delivery_state set state = #{state}, error_code = #{errorCode}
            where channel = #{channel} and provider_id = #{providerId}
            """)
    void update(String channel, String providerId, Delivery state, String errorCode);

    @Select("""
            select channel, provider_id, state, error_code from early_delivery_state
            where channel = #{channel} and provider_id = #{providerId}
            """)
    EarlyState find(String channel, String providerId);

    /** Those whose text is known by now. */
    @Select("""
            select e.channel, e.provider_id, e.state, e.error_code
            from early_delivery_state e
            join message m on m.channel = e.channel and m.provider_id = e.provider_id
            limit #{limit}
            """)
    List<EarlyState> known(int limit);

    @Delete("delete from early_delivery_state where channel = #{channel} and provider_id = #{providerId}")
    void delete(String channel, String providerId);

    @Delete("delete from early_delivery_state where at < #{at}")
    void deleteBefore(Instant at);
}
