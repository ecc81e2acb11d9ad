package dev.switchboard.audit;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface EventRows {

    /** Takes the chain's row lock until the transaction ends, so that writers line up. */
    @Select(value = "update event_chain set seq = seq + 1 where id = 1 returning seq", affectData = true)
    long lockHeadAndAdvance();

    @Select("select hash from event_chain where id = 1")
    String headHash();

    @Update("update event_chain set hash = #{hash} where id = 1")
    void setHeadHash(String hash);

    @Select("select seq, hash from event_chain where id = 1")
    Head head();

    record Head(long seq, String hash) {}

    @Insert("""
            insert into event (seq, at, actor_kind, actor_name, type, request_id, client_id,
                               details, details_hash, prev_hash, hash, once_key)
            values (#{seq}, #{at}, #{actorKind}, #{actorName}, #{type}, #{requestId}, #{clientId},
                    #{details}, #{detailsHash}, #{prevHash}, #{hash}, #{onceKey})
            """)
    void insert(EventRow row);

    @Select("select coalesce(max(seq), 0) from event")
    long lastSeq();

    @Select("select * from event where seq > #{after} and seq <= #{upTo} order by seq limit #{limit}")
    List<EventRow> inOrder(long after, long upTo, int limit);

    @Select("select exists (select 1 from event where once_key = #{onceKey})")
    boolean recorded(String onceKey);

    @Select("select * from event where type = #{type} order by seq")
    List<EventRow> ofType(String type);

    /** The database allows no other change, and this one only below an event that says so. */
    @Update("update event set details = '" + EventRow.ERASED + "' where seq between #{first} and #{last}")
    void eraseDetails(long first, long last);

    @Select("select * from event where request_id = #{requestId} order by seq")
    List<EventRow> ofRequest(String requestId);

    @Select("""
            <script>
            select client_id, max(seq) as seq from event
            where seq &gt; #{after} and client_id is not null and type in
            <foreach collection="types" item="type" open="(" separator="," close=")">#{type}</foreach>
            group by client_id order by max(seq)
            </script>
            """)
    List<Events.Latest> latestByClient(Collection<String> types, long after);

    @Select("""
            <script>
            select distinct request_id from event
            where client_id = #{clientId} and seq &gt; #{after} and request_id is not null and type in
            <foreach collection="types" item="type" open="(" separator="," close=")">#{type}</foreach>
            </script>
            """)
    List<String> requestsWith(String clientId, Collection<String> types, long after);

    /** Newest first, below the cursor's sequence number. */
    @Select("""
            <script>
            select * from event where seq &lt; #{before}
            <if test="filter.request != null">and request_id = #{filter.request}</if>
            <if test="filter.client != null">and client_id = #{filter.client}</if>
            <if test="filter.actor != null">and (actor_kind = #{filter.actor} or actor_name = #{filter.actor}
                or actor_name = (select id from address where address = #{filter.actor}))</if>
            <if test="filter.type != null">and type = #{filter.type}</if>
            <if test="filter.from != null">and at &gt;= #{filter.from}</if>
            <if test="filter.to != null">and at &lt; #{filter.to}</if>
            order by seq desc limit #{limit}
            </script>
            """)
    List<EventRow> page(EventFilter filter, long before, int limit);
}
