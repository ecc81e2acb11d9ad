package dev.switchboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.Hashes;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest
class FeatureStoryTest {

    private static final String WISH = "Could you please add the autumn menu to our website?";
    private static final String PRD = "# Autumn menu 🍂\n\nFür alle Gäste, on the start page.\n\n"
            + "1. The menu shows twelve dishes.\n".repeat(300);

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Test
    void aPrdIsRedraftedEditedFiledAndItsEndTold() {
        var story = Story.ofAClient(port, "Fig & Olive", "Fay", "design").texts(WISH);

        var first = story.task("review_prd", Groups.PRODUCT);
        assertThat(first.shows("prd.markdown")).contains(WISH).contains("did not say");
        first.completes("redraft", Map.of("feedback", "Name the measure of success."));

        var second = story.task("review_prd", Groups.PRODUCT);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.shows("decision") + second.shows("feedback")).isEmpty();
        assertThat(second.shows("prd.markdown")).contains("Name the measure of success.");
        story.hasType("feature").phoneShows();

        second.completes(
                        "approve",
                        Map.of("prd", Map.of("markdown", PRD), "clientMessage", "Thank you, Fay: it is on our list."))
                .hasStatus("waiting_for_delivery")
                .phoneShows("Thank you, Fay: it is on our list.");
        thePrdIsKeptAsItWasApproved(story);
        theIssueHoldsWhatWasApproved(story);

        story.issueIsClosed("completed")
                .task("review_status_update", Groups.ACCOUNT)
                .completes("send", Map.of("clientMessage", "The autumn menu is online."))
                .phoneShows("Thank you, Fay: it is on our list.", "The autumn menu is online.")
                .ends();
        assertThat(story.events("issue_closed")).hasSize(1);
    }

    @Test
    void aDeclinedPrdTellsTheApprovedWordsAndFilesNothing() {
        var no = "We will not do this before spring, sorry.";
        var story = Story.ofAClient(port, "Gull Ferries", "Gus", "design").texts(WISH);

        story.task("review_prd", Groups.PRODUCT)
                .completes("decline", Map.of("clientMessage", no))
                .phoneShows(no)
                .ends();

        assertThat(story.request().path("issue").isNull()).isTrue();
        assertThat(story.events("issue_filed")).isEmpty();
        assertThat(story.versions("prd")).extracting(Story.Version::authorKind).containsExactly("ai");
    }

    @Test
    void aReclassifiedRequestDropsItsReviewAndKeepsTheDraft() {
        var story = Story.ofAClient(port, "Hop Brewery", "Hal", "design").texts(WISH);
        var dropped = story.task("review_prd", Groups.PRODUCT);

        var answer = story.isReclassified("question").hasType("question").task("review_answer", Groups.ACCOUNT);
        assertThat(dropped.exists()).isFalse();

        answer.completes("approve", Map.of("clientMessage", "Yes, from Monday on."))
                .phoneShows("Yes, from Monday on.")
                .ends();
        assertThat(story.versions("prd")).hasSize(1);
        assertThat(story.events("type_overridden"))
                .singleElement()
                .matches(event -> event.at("/actor/name").asText().equals(Story.whoIsIn(Groups.TRIAGE)));
        assertThat(story.request().path("issue").isNull()).isTrue();
    }

    @Test
    void aStrangersWishIsLabelledForTheServiceOfTheClientFoundInTriage() {
        var story = Story.ofAStranger(port).texts(WISH);
        var clientId = story.newClient("Inn at the Lake", "Ida", "design", "+15550780002");

        story.task("triage_request", Groups.TRIAGE)
                .completes("proceed", Map.of("clientId", clientId))
                .task("review_prd", Groups.PRODUCT)
                .completes("approve", Map.of("clientMessage", "Noted."))
                .hasStatus("waiting_for_delivery");
        assertThat(LocalIssue.of(story.requestId(), database).labels()).containsExactly("enhancement", "design");
    }

    private void thePrdIsKeptAsItWasApproved(Story story) {
        var versions = story.versions("prd");
        assertThat(versions).extracting(Story.Version::authorKind).containsExactly("ai", "ai", "staff");
        var approved = versions.get(2);
        assertThat(approved.content()).isEqualTo(PRD);
        assertThat(approved.sha256()).isEqualTo(Hashes.sha256(PRD));
        assertThat(approved.author()).isEqualTo(Story.whoIsIn(Groups.PRODUCT));
    }

    private void theIssueHoldsWhatWasApproved(Story story) {
        assertThat(story.request().at("/issue/state").asText()).isEqualTo("open");
        assertThat(story.events("issue_filed"))
                .singleElement()
                .matches(event -> event.at("/details/sha256").asText().equals(Hashes.sha256(PRD)))
                .matches(event -> event.at("/details/approvedBy").asText().equals(Story.whoIsIn(Groups.PRODUCT)));
        var issue = LocalIssue.of(story.requestId(), database);
        assertThat(issue.title()).isEqualTo("Autumn menu 🍂");
        assertThat(issue.body()).startsWith(PRD).contains("approved by " + Story.whoIsIn(Groups.PRODUCT));
        assertThat(issue.labels()).containsExactly("enhancement", "design");
    }
}
