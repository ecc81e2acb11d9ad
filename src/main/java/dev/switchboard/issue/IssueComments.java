package dev.switchboard.issue;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

/** What was said about issues at the tracker. */
@Mapper
interface IssueComments {

    /** @param requestId null until it is known whose it is */
    record Comment(String id, String requestId, String author, String body, String url, Instant at) {

        Comment of(String request) {
            return new Comment(id, request, author, body, url, at);
        }
    }

    /** @return 0 when it was there */
    @Insert("""
            insert into issue_comment (id, request_id, author, body, url, at)
            values (#{id}, #{requestId}, #{author}, #{body}, #{url}, #{at})
            on conflict (id) do nothing
            """)
    int insert(Comment comment);

    @Select("select * from issue_comment where request_id = #{requestId} order by at, id")
    List<Comment> of(String requestId);
}
