package dev.switchboard.document;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface DocumentRows {

    record DocumentRow(String id, String requestId, String kind, String title, Instant createdAt) {
        long number() {
            return Long.parseLong(id.substring(2));
        }
    }

    record VersionRow(
            String documentId,
            int n,
            String idempotencyKey,
            String sha256,
            long bytes,
            String contentType,
            String authorKind,
            String authorName,
            String storageKey,
            Instant at) {}

    @Insert("""
            insert into document (id, request_id, kind, title, created_at)
            values (#{id}, #{requestId}, #{kind}, #{title}, #{createdAt})
            """)
    void insert(DocumentRow row);

    @Insert("""
            insert into document_version (document_id, n, idempotency_key, sha256, bytes, content_type,
                                          author_kind, author_name, storage_key, at)
            values (#{documentId}, #{n}, #{idempotencyKey}, #{sha256}, #{bytes}, #{contentType},
                    #{authorKind}, #{authorName}, #{storageKey}, #{at})
            """)
    void insertVersion(VersionRow row);

    @Select("select * from document where id = #{id}")
    DocumentRow find(String id);

    @Select("""
            select * from document where request_id = #{requestId} and kind = #{kind}
            order by cast(substr(id, 3) as integer) limit 1
            """)
    DocumentRow ofKind(String requestId, String kind);

    @Select("select * from document_version where idempotency_key = #{key}")
    VersionRow versionByKey(String key);

    /** The newest version with these bytes. */
    @Select("""
            select v.* from document_version v join document d on d.id = v.document_id
            where d.request_id = #{requestId} and d.kind = #{kind} and v.sha256 = #{sha256}
            order by v.n desc limit 1
            """)
    VersionRow sameWords(String requestId, String kind, String sha256);

    @Select("select coalesce(max(n), 0) from document_version where document_id = #{documentId}")
    int lastVersion(String documentId);

    @Select("select * from document_version where document_id = #{documentId} order by n")
    List<VersionRow> versions(String documentId);

    @Select("select * from document_version where document_id = #{documentId} and n = #{n}")
    VersionRow version(String documentId, int n);

    @Select("""
            <script>
            select * from document where cast(substr(id, 3) as integer) &lt; #{before}
            <if test="request != null">and request_id = #{request}</if>
            order by cast(substr(id, 3) as integer) desc limit #{limit}
            </script>
            """)
    List<DocumentRow> page(String request, long before, int limit);
}
