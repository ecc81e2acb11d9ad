package dev.switchboard.crm;

import dev.switchboard.audit.Actor;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface SummaryRows {

    record VersionRow(String clientId, int n, String body, String authorKind, String authorName, Instant at) {

        Actor author() {
            return new Actor(authorKind, authorName);
        }

        Summaries.Version version() {
            return new Summaries.Version(n, body, author(), at);
        }
    }

    @Update("update client set summary = #{own} where id = #{clientId}")
    void setOwn(String clientId, String own);

    /** What stood in the digest is staff's from now on, or gone because staff took it away; what did not is to come. */
    @Update("update client set summary = #{own}, digest = '', digest_from = digest_upto where id = #{clientId}")
    void takeOver(String clientId, String own);

    /** @return 0 when staff took over since {@code from}, or a digest of later events is there */
    @Update("""
            update client set digest = #{text}, digest_upto = #{upto}
            where id = #{clientId} and digest_from = #{from} and digest_upto < #{upto}
            """)
    int setDigest(String clientId, String text, long from, long upto);

    @Insert("""
            insert into client_summary (client_id, n, body, author_kind, author_name, at)
            values (#{clientId}, #{n}, #{body}, #{authorKind}, #{authorName}, #{at})
            """)
    void insert(VersionRow row);

    @Select("select * from client_summary where client_id = #{clientId} order by n desc limit 1")
    VersionRow newest(String clientId);

    @Select("""
            select * from client_summary where client_id = #{clientId} and n < #{before} order by n desc limit #{limit}
            """)
    List<VersionRow> page(String clientId, long before, int limit);
}
