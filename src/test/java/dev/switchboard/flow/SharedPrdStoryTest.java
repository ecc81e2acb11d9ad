package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.switchboard.Caller;
import dev.switchboard.Desk;
import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PRD that the client may read before it is decided, from the link in a text to the page and the answer. */
@SwitchboardTest
class SharedPrdStoryTest {

    private static final String WISH = "Could you please add the winter menu to our website?";
    private static final String EDITED = "# Winter menu 🍲\n\n1. The page shows *twelve* dishes.\n";

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Test
    void aPrdIsRedraftedSharedAnsweredApprovedAndFiled() {
        var story = Story.ofAClient(port, "Quince Kitchen", "Quinn", "design").texts(WISH);
        story.task("review_prd", Groups.PRODUCT).completes("redraft", Map.of("feedback", "Name the measure."));
        var second = story.task("review_prd", Groups.PRODUCT);
        assertThat(second.shows("changes.text"))
                .contains("Open questions:\n")
                .contains("+ - Reviewer's feedback: Name");
        second.completes("share", Map.of("prd", Map.of("markdown", EDITED))).hasStatus("waiting_for_client");

        var path = link(story).path(1);
        story.approvedWords("owner: " + link(story).text(1));
        var page = anonymous().get(path).expect(200);
        assertThat(page.body())
                .contains("<h1>Winter menu 🍲</h1>", "<em>twelve</em>", "Version 3,", "reply to our text message");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'; style-src 'self';");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Set-Cookie")).isEmpty();
        anonymous().send("HEAD", path, null, null).expect(200);
        assertThat(anonymous().send("POST", path, "text/plain", "x").status()).isEqualTo(405);
        anonymous().get("/shared/page.css").expect(200);

        var share = shares(story).get(0);
        assertThat(share.path("views").asInt()).isEqualTo(1);
        assertThat(share.path("n").asInt()).isEqualTo(3);
        assertThat(share.path("sharedBy").asText()).isEqualTo(Story.whoIsIn(Groups.PRODUCT));
        assertThat(days(share.path("sharedAt"), share.path("expiresAt"))).isEqualTo(14);
        assertThat(story.events("prd_viewed")).hasSize(1);
        var token = path.substring("/shared/".length());
        assertThat(staff().get("/api/requests/" + story.requestId() + "/shares").body())
                .doesNotContain(token);
        assertThat(staff().get("/api/events?limit=200&request=" + story.requestId())
                        .body())
                .doesNotContain(token);

        story.texts("Yes, but add the drinks.").hasStatus("in_progress");
        var third = story.task("review_prd", Groups.PRODUCT);
        assertThat(third.shows("sharing.text"))
                .startsWith("The client answered:")
                .endsWith("Yes, but add the drinks.");
        assertThat(third.shows("prd.markdown")).isEqualTo(EDITED);
        assertThat(third.shows("conversation.text")).contains("Yes, but add the drinks.", "/shared/…");
        assertThat(variables(story)).doesNotContain(token);

        third.completes("approve", Map.of("clientMessage", "Thank you, it is on our list."))
                .hasStatus("waiting_for_delivery");
        assertThat(story.versions("prd"))
                .extracting(Story.Version::authorKind)
                .containsExactly("ai", "ai", "staff", "staff");
        assertThat(story.events("issue_filed"))
                .singleElement()
                .matches(event -> event.at("/details/sha256").asText().equals(Hashes.sha256(EDITED)));
        thereIsAReadableDifference(story);

        story.issueIsClosed("completed")
                .task("review_status_update", Groups.ACCOUNT)
                .completes("skip");
        story.ends();
        anonymous().get(path).expect(404);
        assertThat(shares(story).get(0).path("revokedBy").asText()).isEqualTo("switchboard");
    }

    @Test
    void anEndedAClosedAnUnknownAndAMutilatedLinkGetTheSameAnswer() {
        var story = Story.ofAClient(port, "Sole Sports", "Sol", "design").texts(WISH);
        story.task("review_prd", Groups.PRODUCT).completes("share");
        var first = link(story).path(1);
        story.texts("Looks good").task("review_prd", Groups.PRODUCT).completes("share");
        var second = link(story).path(2);
        assertThat(second).isNotEqualTo(first);
        anonymous().get(second).expect(200);
        var replaced = anonymous().get(first).expect(404);
        assertThat(replaced.body()).contains("There is nothing to read here").doesNotContain("menu");

        var id = shares(story).get(1).path("id").asText();
        assertThat(anonymous().send("DELETE", "/api/shares/" + id, null, null).status())
                .isEqualTo(401);
        staff().send("DELETE", "/api/shares/" + id, null, null).expect(204);
        staff().send("DELETE", "/api/shares/" + id, null, null).expect(204);
        staff().send("DELETE", "/api/shares/S-0", null, null).expect(404);
        assertThat(story.events("prd_share_revoked")).hasSize(2);
        for (var dead :
                List.of(second, second.substring(0, second.length() - 1), "/shared/x", "/shared/a/b", "/shared")) {
            var answer = anonymous().get(dead).expect(404);
            assertThat(answer.body()).as(dead).isEqualTo(replaced.body());
            assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        }

        link(story).timerGoesOff();
        var review = story.task("review_prd", Groups.PRODUCT);
        assertThat(review.shows("sharing.text")).contains("the link has ended");
        review.completes("share");
        var third = link(story).path(3);
        anonymous().get(third).expect(200);
        set("expires_at = '2020-01-01T00:00:00.000Z'", third);
        anonymous().get(third).expect(404);
        set("expires_at = '2099-01-01T00:00:00.000Z', approval_id = 'somebody-elses'", third);
        assertThat(anonymous().get(third).expect(404).body()).isEqualTo(replaced.body());
    }

    @Test
    void anOptedOutClientIsNotWaitedFor() {
        var story = Story.ofAClient(port, "Tern Tours", "Tess", "design").texts(WISH);
        var review = story.task("review_prd", Groups.PRODUCT);
        story.texts("STOP");
        review.completes("share");

        var again = story.task("review_prd", Groups.PRODUCT);
        assertThat(again.id()).isNotEqualTo(review.id());
        assertThat(again.shows("sharing.text")).contains("opted out");
        story.hasStatus("in_progress").phoneShows();
        assertThat(shares(story).get(0).path("revokedAt").isNull()).isFalse();
    }

    private void thereIsAReadableDifference(Story story) {
        var document = staff().get("/api/documents?request=" + story.requestId())
                .json()
                .at("/items/0/id")
                .asText();
        var base = "/api/documents/" + document + "/versions/";
        var diff = staff().get(base + "3/diff").expect(200).json();
        assertThat(diff.path("from").asInt()).isEqualTo(2);
        assertThat(diff.path("to").asInt()).isEqualTo(3);
        assertThat(diff.at("/hunks/0/lines"))
                .anyMatch(line -> line.path("kind").asText().equals("added")
                        && line.path("text").asText().equals("# Winter menu 🍲"));
        assertThat(staff().get(base + "4/diff").expect(200).json().path("hunks"))
                .isEmpty();
        assertThat(staff().get(base + "1/diff").expect(200).json().at("/hunks/0/lines"))
                .allMatch(line -> line.path("kind").asText().equals("added"));
        var unified =
                staff().with("Accept", "text/plain").get(base + "3/diff?from=1").expect(200);
        assertThat(unified.header("Content-Type")).startsWith("text/plain");
        assertThat(unified.body()).contains("+# Winter menu 🍲").contains("@@ ");
        assertThat(staff().with("Accept", "*/*")
                        .get(base + "3/diff")
                        .expect(200)
                        .json())
                .isEqualTo(diff);
        staff().get(base + "9/diff").expect(404);
        staff().get(base + "3/diff?from=-1").expect(404);
        assertThat(staff().get(base + "3/content").header("Content-Disposition"))
                .contains("attachment;", "Could-you-please-add-the-winter-menu-to-our-website-v3.md");
    }

    private SharedLink link(Story story) {
        return new SharedLink(story, port);
    }

    private List<JsonNode> shares(Story story) {
        return new Desk(port).items("/api/requests/" + story.requestId() + "/shares");
    }

    private String variables(Story story) {
        var instances = Caller.admin(port)
                .get("/engine-rest/history/process-instance?processInstanceBusinessKey=" + story.requestId())
                .json();
        var all = new StringBuilder();
        for (var instance : instances) {
            all.append(Caller.admin(port)
                    .get("/engine-rest/history/detail?deserializeValues=false&processInstanceId="
                            + instance.path("id").asText())
                    .expect(200)
                    .body());
        }
        assertThat(all).contains("conversation");
        return all.toString();
    }

    private void set(String columns, String path) {
        var token = path.substring("/shared/".length());
        assertThat(new JdbcTemplate(database).update("update share set " + columns + " where token = ?", token))
                .isEqualTo(1);
    }

    private static long days(JsonNode from, JsonNode to) {
        return Duration.between(Instant.parse(from.asText()), Instant.parse(to.asText()))
                .toDays();
    }

    private Caller anonymous() {
        return Caller.anonymous(port);
    }

    private Caller staff() {
        return Caller.staff(port, Story.whoIsIn(Groups.ACCOUNT), Groups.ACCOUNT);
    }
}
