package dev.switchboard.request;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface WriterRows {

    @Select("select staff_user from writing where request_id = #{requestId}")
    String find(String requestId);

    @Insert("""
            insert into writing (request_id, staff_user, since) values (#{requestId}, #{user}, #{since})
            on conflict (request_id) do update set staff_user = excluded.staff_user, since = excluded.since
            """)
    void put(String requestId, String user, Instant since);

    @Delete("delete from writing where request_id = #{requestId}")
    void delete(String requestId);
}
