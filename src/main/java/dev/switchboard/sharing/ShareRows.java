package dev.switchboard.sharing;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ShareRows {

    @Insert("""
            insert into share (id, number, token, approval_id, request_id, document_id, n,
                               shared_by, shared_at, expires_at)
            values (#{id}, #{number}, #{token}, #{approvalId}, #{requestId}, #{documentId}, #{n},
                    #{sharedBy}, #{sharedAt}, #{expiresAt})
            """)
    void insert(Share share);

    @Select("select * from share where id = #{id}")
    Share find(String id);

    @Select("select * from share where token = #{token}")
    Share byToken(String token);

    @Select("select * from share where approval_id = #{approvalId}")
    Share byApproval(String approvalId);

    @Select("select * from share where request_id = #{requestId} order by number")
    List<Share> ofRequest(String requestId);

    @Update("update share set revoked_at = #{at}, revoked_by = #{by} where id = #{id} and revoked_at is null")
    int revoke(String id, Instant at, String by);

    @Update("""
            update share set views = views + 1, first_viewed_at = coalesce(first_viewed_at, #{at}) where id = #{id}
            """)
    void viewed(String id, Instant at);
}
