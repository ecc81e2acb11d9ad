package dev.switchboard.request;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface DraftRoundRows {

    record Row(String saw, String outcome) {}

    @Insert("""
            insert into draft_round (round, request_id, saw, at) values (#{round}, #{requestId}, #{saw}, #{at})
            on conflict (round) do nothing
            """)
    void insert(String round, String requestId, String saw, Instant at);

    @Select("select saw, outcome from draft_round where round = #{round}")
    Row find(String round);

    @Update("update draft_round set outcome = #{outcome} where round = #{round}")
    void end(String round, String outcome);
}
