package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** The link to a shared page as it comes to a client's phone, and the timer that waits for the answer to it. */
final class SharedLink {

    private static final Pattern LINK = Pattern.compile("http://localhost(/shared/[\\w-]{20,})");
    private static final DateTimeFormatter ENGINE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

    private final Story story;
    private final int port;

    SharedLink(Story story, int port) {
        this.story = story;
        this.port = port;
    }

    /** The newest text on the phone, once so many lie there. */
    String text(int texts) {
        var desk = new Desk(port);
        return Story.eventually(texts + " texts at " + story.phoneNumber(), () -> {
            var all = desk.phone(story.phoneNumber());
            return all.size() == texts ? all.get(0) : null;
        });
    }

    /** The path of the link in it. */
    String path(int texts) {
        var newest = text(texts);
        var link = LINK.matcher(newest);
        assertThat(link.find()).as(newest).isTrue();
        return link.group(1);
    }

    Instant nudgeAt() {
        return OffsetDateTime.parse(timer().path("dueDate").asText(), ENGINE_TIME)
                .toInstant();
    }

    /** As somebody with the rights of an administrator does it in Cockpit: what is due in days is due now. */
    void timerGoesOff() {
        Caller.admin(port)
                .post("/engine-rest/job/" + timer().path("id").asText() + "/execute", "{}")
                .expect(204);
    }

    private JsonNode timer() {
        var admin = Caller.admin(port);
        return Story.eventually("a timer of " + story.requestId(), () -> {
            for (var job : admin.get("/engine-rest/job?timers=true&activityId=two_working_days_passed")
                    .expect(200)
                    .json()) {
                var instance = admin.get("/engine-rest/process-instance/"
                        + job.path("processInstanceId").asText());
                if (instance.json().path("businessKey").asText().equals(story.requestId())) {
                    return job;
                }
            }
            return null;
        });
    }
}
