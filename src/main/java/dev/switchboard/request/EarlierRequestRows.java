package dev.switchboard.request;

import dev.switchboard.request.EarlierRequest.Kind;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface EarlierRequestRows {

    @Insert("""
            insert into earlier_request (request_id, earlier_id, kind) values (#{requestId}, #{earlierId}, #{kind})
            on conflict (request_id, earlier_id) do update set kind = excluded.kind
            """)
    void put(String requestId, String earlierId, Kind kind);

    @Select("select * from earlier_request where request_id = #{requestId} order by earlier_id")
    List<EarlierRequest> of(String requestId);

    @Select("select earlier_id from earlier_request where request_id = #{requestId} and kind = 'continues'")
    String continuedBy(String requestId);
}
