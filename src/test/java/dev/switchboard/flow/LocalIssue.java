package dev.switchboard.flow;

import dev.switchboard.system.Json;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An issue as it lies in the local tracker; nothing over HTTP shows its body or labels. */
record LocalIssue(String title, String body, List<String> labels, String assignee) {

    /** The one issue of a request: a second one fails here. */
    static LocalIssue of(String requestId, DataSource database) {
        return JdbcClient.create(database)
                .sql("select * from local_issue where marker like ?")
                .param("<!-- switchboard:" + requestId + " %")
                .query((row, number) -> new LocalIssue(
                        row.getString("title"),
                        row.getString("body"),
                        Json.readList(row.getString("labels"), String.class),
                        row.getString("assignee")))
                .single();
    }
}
