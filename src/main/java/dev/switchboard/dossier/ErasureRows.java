package dev.switchboard.dossier;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface ErasureRows {

    /** @param requests and {@code documents}: JSON lists of ids */
    record ErasureRow(
            String clientId,
            String askedBy,
            Instant askedAt,
            String requests,
            String documents,
            String receipt,
            Instant finishedAt,
            Instant settledAt) {}

    @Insert("""
            insert into erasure (client_id, asked_by, asked_at) values (#{clientId}, #{askedBy}, #{askedAt})
            on conflict (client_id) do nothing
            """)
    int insert(String clientId, String askedBy, Instant askedAt);

    @Select("select * from erasure where client_id = #{clientId}")
    ErasureRow find(String clientId);

    @Update("""
            update erasure set requests = #{requests}, documents = #{documents}, receipt = #{receipt}
            where client_id = #{clientId}
            """)
    void struck(String clientId, String requests, String documents, String receipt);

    @Update("update erasure set finished_at = coalesce(finished_at, #{at}) where client_id = #{clientId}")
    void finished(String clientId, Instant at);

    @Update("update erasure set settled_at = #{at} where client_id = #{clientId}")
    void settled(String clientId, Instant at);

    /** What was begun before a time and is not through, or was through before another and not looked at since. */
    @Select("""
            select * from erasure
            where settled_at is null
              and (finished_at is null and asked_at <= #{begunBefore} or finished_at <= #{finishedBefore})
            order by asked_at
            """)
    List<ErasureRow> due(Instant begunBefore, Instant finishedBefore);
}
