package dev.switchboard.channel;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface UndeliveredTextRows {

    record UndeliveredTextRow(String messageId, String reason) {}

    @Insert("""
            insert into undelivered_text (message_id, reason, at) values (#{messageId}, #{reason}, #{at})
            on conflict (message_id) do nothing
            """)
    void insert(String messageId, String reason, Instant at);

    @Select("""
            select message_id, reason from undelivered_text where handed_at is null order by at limit #{limit}
            """)
    List<UndeliveredTextRow> waiting(int limit);

    @Update("update undelivered_text set handed_at = #{at} where message_id = #{messageId}")
    void handed(String messageId, Instant at);
}
