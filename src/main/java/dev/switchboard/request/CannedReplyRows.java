package dev.switchboard.request;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface CannedReplyRows {

    @Insert("""
            insert into canned_reply (id, number, name, body, language, changed_by, changed_at)
            values (#{id}, #{number}, #{name}, #{body}, #{language}, #{changedBy}, #{changedAt})
            """)
    void insert(CannedReply reply);

    @Update("""
            update canned_reply set name = #{name}, body = #{body}, language = #{language},
                                    changed_by = #{changedBy}, changed_at = #{changedAt}
            where id = #{id}
            """)
    void update(CannedReply reply);

    @Delete("delete from canned_reply where id = #{id}")
    int delete(String id);

    @Select("select * from canned_reply where id = #{id}")
    CannedReply find(String id);

    @Select("select * from canned_reply where lower(name) = lower(#{name})")
    CannedReply byName(String name);

    @Select("select * from canned_reply where number > #{after} order by number limit #{limit}")
    List<CannedReply> page(long after, int limit);
}
