package dev.switchboard.issue;

import dev.switchboard.system.Json;
import dev.switchboard.system.Sequences;
import dev.switchboard.system.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.springframework.transaction.annotation.Transactional;

/** Issues in our own database, for an agency without GitHub or a newcomer's first minute. */
class LocalTracker implements IssueTracker {

    static final String PROVIDER = "local";

    private final LocalIssues issues;
    private final Sequences sequences;
    private final String publicUrl;
    private final Clock clock;

    LocalTracker(LocalIssues issues, Sequences sequences, String publicUrl, Clock clock) {
        this.issues = issues;
        this.sequences = sequences;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    record LocalIssue(
            int number,
            String repository,
            String marker,
            String title,
            String body,
            String labels,
            String assignee,
            String state,
            String createdAt) {}

    @Mapper
    interface LocalIssues {

        @Insert("""
                insert into local_issue (number, repository, marker, title, body, labels, assignee, state, created_at)
                values (#{number}, #{repository}, #{marker}, #{title}, #{body}, #{labels}, #{assignee}, #{state},
                        #{createdAt})
                """)
        void insert(LocalIssue issue);

        @Select("""
                select * from local_issue where repository = #{repository} and marker = #{marker}
                order by number limit 1
                """)
        LocalIssue find(String repository, String marker);

        @Select("select * from local_issue where number = #{number}")
        LocalIssue get(int number);
    }

    @Override
    public String provider() {
        return PROVIDER;
    }

    @Override
    public String defaultRepository() {
        return "local";
    }

    @Override
    public Optional<FiledIssue> find(String repository, String marker, Instant since) {
        return Optional.ofNullable(issues.find(repository, marker)).map(this::filed);
    }

    @Override
    @Transactional
    public FiledIssue create(NewIssue issue) {
        var created = new LocalIssue(
                (int) sequences.next("local_issue"),
                issue.repository(),
                issue.marker(),
                issue.title(),
                issue.body(),
                Json.write(issue.labels()),
                issue.assignee(),
                "open",
                Times.text(clock.instant()));
        issues.insert(created);
        return filed(created);
    }

    private FiledIssue filed(LocalIssue issue) {
        return new FiledIssue(null, issue.number(), publicUrl + "/issues/" + issue.number(), issue.assignee());
    }
}
