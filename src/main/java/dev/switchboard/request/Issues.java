package dev.switchboard.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What Switchboard knows of the issues, wherever they lie; at most one per request. */
@Mapper
public interface Issues {

    /** Written before the tracker is asked; does nothing when it was written before. */
    @Insert("""
            insert into issue (request_id, provider, repository, title, state, assignee, labels)
            values (#{requestId}, #{provider}, #{repository}, #{title}, 'filing', #{assignee}, #{labels})
            on conflict (request_id) do nothing
            """)
    void filing(String requestId, String provider, String repository, String title, String assignee, String labels);

    @Update("""
            update issue set number = #{number}, url = #{url}, assignee = #{assignee}, state = 'open', filed_at = #{at}
            where request_id = #{requestId}
            """)
    void filed(String requestId, int number, String url, String assignee, Instant at);

    @Update("""
            update issue set state = 'closed', close_reason = #{reason}
            where request_id = #{requestId} and state = 'open'
            """)
    int close(String requestId, String reason);

    @Update("update issue set announced_at = #{at} where request_id = #{requestId}")
    void announced(String requestId, Instant at);

    /** Closed issues of which the waiting process has not been told. */
    @Select("select * from issue where state = 'closed' and announced_at is null")
    List<Issue> unannounced();

    @Select("select * from issue where request_id = #{requestId}")
    Optional<Issue> find(String requestId);
}
