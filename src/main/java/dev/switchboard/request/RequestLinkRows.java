package dev.switchboard.request;

import dev.switchboard.request.RequestLinks.Kind;
import dev.switchboard.request.RequestLinks.Link;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface RequestLinkRows {

    record LinkRow(String a, String b, Kind kind, String createdBy, Instant at) {}

    @Insert("insert into request_link (a, b, kind, created_by, at) values (#{a}, #{b}, #{kind}, #{createdBy}, #{at})")
    void insert(LinkRow row);

    @Update("update request_link set kind = #{kind} where a = #{a} and b = #{b}")
    void setKind(String a, String b, Kind kind);

    @Delete("delete from request_link where a = #{a} and b = #{b}")
    void delete(String a, String b);

    @Select("select * from request_link where a = #{a} and b = #{b}")
    LinkRow find(String a, String b);

    @Select("""
            select r.id, r.title, r.status, l.kind, l.created_by, l.at
            from request_link l join request r on r.id = case when l.a = #{id} then l.b else l.a end
            where l.a = #{id} or l.b = #{id} order by r.number
            """)
    List<Link> of(String id);
}
