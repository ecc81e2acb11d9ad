package dev.switchboard.channel;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

@Mapper
interface MediaRows {

    /** A file that is due, with what its document needs to know of the message. */
    record DueFile(
            String messageId,
            int n,
            String source,
            String contentType,
            int attempts,
            String requestId,
            String channel,
            String fromAddress) {}

    /** One element of a message's {@code media}; the document is null until the file is kept. */
    record MediaView(String documentId, String contentType, Long bytes) {}

    @Insert("""
            insert into media_file (message_id, n, source, content_type, next_attempt_at)
            values (#{messageId}, #{n}, #{source}, #{contentType}, #{nextAttemptAt})
            """)
    void insert(String messageId, int n, String source, String contentType, Instant nextAttemptAt);

    /** Only of messages whose place is decided: a file is a document of its message's request. */
    @Select("""
            select f.message_id, f.n, f.source, f.content_type, f.attempts, m.request_id, m.channel, m.from_address
            from media_file f join message m on m.id = f.message_id
            where f.next_attempt_at <= #{now} and (m.request_id is not null or m.handled_at is not null)
            order by f.next_attempt_at limit #{limit}
            """)
    List<DueFile> due(Instant now, int limit);

    @Update("""
            update media_file set document_id = #{documentId}, content_type = #{contentType}, bytes = #{bytes},
                                  source = null, next_attempt_at = null
            where message_id = #{messageId} and n = #{n}
            """)
    void kept(String messageId, int n, String documentId, String contentType, long bytes);

    @Update("""
            update media_file set attempts = attempts + 1, next_attempt_at = #{nextAttemptAt}
            where message_id = #{messageId} and n = #{n}
            """)
    void failed(String messageId, int n, Instant nextAttemptAt);

    @Update("""
            update media_file set attempts = attempts + 1, source = null, next_attempt_at = null
            where message_id = #{messageId} and n = #{n}
            """)
    void givenUp(String messageId, int n);

    @Select("""
            select document_id, content_type, bytes from media_file where message_id = #{messageId} order by n
            """)
    List<MediaView> ofMessage(String messageId);
}
