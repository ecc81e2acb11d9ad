package dev.switchboard.channel;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ChoiceRows {

    /**
     * A sender who was asked which request a text is about.
     *
     * @param id of the text that made it necessary
     * @param options JSON list of request ids, in the order of their numbers
     */
    record Choice(String id, String channel, String address, String options, Instant askedAt) {}

    @Insert("""
            insert into which_request (id, channel, address, options, asked_at)
            values (#{id}, #{channel}, #{address}, #{options}, #{askedAt})
            """)
    void insert(Choice choice);

    @Select("""
            select id, channel, address, options, asked_at from which_request
            where channel = #{channel} and address = #{address} and ended_at is null
            """)
    Optional<Choice> open(String channel, String address);

    @Update("update which_request set ended_at = #{at} where id = #{id}")
    void end(String id, Instant at);
}
