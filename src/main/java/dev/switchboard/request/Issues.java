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
            insert into issue (request_id, provider, repository, title, state, assignee, labels,
                               filing_since)
            values (#{requestId}, #{provider}, #{repository}, #{title}, 'filing', #{assignee}, #{labels}, #{at})
            on conflict (request_id) do nothing
            """)
    void filing(
            String requestId,
            String provider,
            String repository,
            String title,
            String assignee,
            String labels,
            Instant at);

    /** Provider and repository again: between two attempts a person may have set others. */
    @Update("""
            update issue set provider = #{provider}, repository = #{repository}, repository_id = #{repositoryId},
                             number = #{number}, url = #{url},
                             assignee = #{assignee}, state = 'open', filed_at = #{at}
            where request_id = #{requestId}
            """)
    void filed(
            String requestId,
            String provider,
            String repository,
            Long repositoryId,
            int number,
            String url,
            String assignee,
            Instant at);

    @Update("""
            update issue set state = 'closed', close_reason = #{reason}
            where request_id = #{requestId} and state = 'open'
            """)
    int close(String requestId, String reason);

    /** Closed too soon: who waits for the end of it, if it was not told yet, goes on waiting. */
    @Update("""
            update issue set state = 'open', close_reason = null, announced_at = null
            where request_id = #{requestId} and state = 'closed'
            """)
    int reopen(String requestId);

    /** Its repository bears another name, or the id of it is known by now. */
    @Update("""
            update issue set repository = #{repository}, repository_id = #{repositoryId}, url = #{url}
            where request_id = #{requestId}
            """)
    void setPlace(String requestId, String repository, Long repositoryId, String url);

    @Update("update issue set assignee = #{assignee} where request_id = #{requestId}")
    void setAssignee(String requestId, String assignee);

    @Update("update issue set changed_at = #{at} where request_id = #{requestId}")
    void setChangedAt(String requestId, Instant at);

    @Update("update issue set announced_at = #{at} where request_id = #{requestId}")
    void announced(String requestId, Instant at);

    /** Closed issues of which the waiting process has not been told. */
    @Select("select * from issue where state = 'closed' and announced_at is null")
    List<Issue> unannounced();

    @Select("select * from issue where provider = #{provider} and state = 'open' order by filed_at")
    List<Issue> open(String provider);

    /**
     * By its place at the tracker. A name may be given to another repository after a rename, an id never: the name, which
     * knows no case at GitHub, counts only where an id is missing.
     */
    @Select("""
            select * from issue
            where provider = #{provider} and number = #{number}
              and (repository_id = #{repositoryId}
                   or (repository_id is null or #{repositoryId} is null) and lower(repository) = lower(#{repository}))
            """)
    List<Issue> at(String provider, Long repositoryId, String repository, int number);

    @Select("select * from issue where request_id = #{requestId}")
    Optional<Issue> find(String requestId);
}
