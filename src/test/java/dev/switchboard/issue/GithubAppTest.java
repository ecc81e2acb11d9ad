package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.FakeGithub;
import dev.switchboard.FakeGithub.Fault;
import dev.switchboard.FakeGithubApp;
import dev.switchboard.system.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tracker's contract, signed in as an App: a JWT of its key, then tokens of its installation. */
class GithubAppTest extends IssueTrackerContract {

    @TempDir
    Path folder;

    private final FakeGithub github = new FakeGithub(Clock.systemUTC());
    private final GithubTracker tracker =
            tracker(new GithubApp(FakeGithubApp.ID, github.app().pem(), null, null));

    @Override
    IssueTracker tracker() {
        return tracker;
    }

    @AfterEach
    void close() {
        github.close();
    }

    private GithubTracker tracker(GithubApp app) {
        return Trackers.github(github, app, Clock.systemUTC(), Duration.ofSeconds(5));
    }

    @Test
    void oneTokenServesManyCalls() {
        for (var i = 0; i < 5; i++) {
            assertThat(tracker.trouble()).isEmpty();
        }
        assertThat(tokensAskedFor()).isEqualTo(1);
        assertThat(github.calls()).contains("GET installation");
    }

    @Test
    void aTokenIsReplacedBeforeItEnds() {
        github.app().tokensLive(Duration.ofMinutes(4));
        assertThat(tracker.trouble()).isEmpty();
        // It would still be taken; nobody waits until it is not
        assertThat(tracker.trouble()).isEmpty();
        assertThat(tokensAskedFor()).isEqualTo(2);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(longs = 777)
    void theInstallationIsTheGivenOneOrThatOfTheRepository(Long installation) {
        var signedIn = tracker(new GithubApp(FakeGithubApp.ID, github.app().pem(), null, installation));
        assertThat(signedIn.trouble()).isEmpty();
        assertThat(github.calls().contains("GET installation")).isEqualTo(installation == null);
    }

    @Test
    void theKeyMayLieInAFileAndInBothForms() throws IOException {
        var file = Files.writeString(folder.resolve("app.pem"), github.app().pem());
        assertThat(tracker(new GithubApp(FakeGithubApp.ID, null, file, null)).trouble())
                .isEmpty();
        var oneLine = github.app().pem().replace("\n", "\\n");
        assertThat(tracker(new GithubApp(FakeGithubApp.ID, oneLine, null, null)).trouble())
                .isEmpty();
        var pkcs8 = FakeGithubApp.pem(FakeGithubApp.newKeys());
        assertThat(new GithubApp(FakeGithubApp.ID, pkcs8, null, null).key().getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void whatGoesWrongSaysWhatToDo() {
        var strange = new GithubApp(FakeGithubApp.ID, FakeGithubApp.pem(FakeGithubApp.newKeys()), null, null);
        assertThat(tracker(strange).trouble().orElseThrow()).contains("refuses the token", "private key of the App");
        assertThat(tracker(new GithubApp("99", github.app().pem(), null, null))
                        .trouble()
                        .orElseThrow())
                .contains("does not know the App 99");
        var elsewhere = new GithubApp(FakeGithubApp.ID, github.app().pem(), null, 9L);
        assertThat(tracker(elsewhere).trouble().orElseThrow())
                .isEqualTo("The GitHub App 12345 is not installed under GITHUB_APP_INSTALLATION_ID 9. Install it there,"
                        + " or correct the variable, then retry.");
        github.app().uninstall();
        assertThat(tracker.trouble().orElseThrow()).contains("is not installed for acme/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET app", "GET installation", "POST access_tokens"})
    void aFaultOnTheWayToATokenIsTroubleAndTheNextTryGetsThrough(String call) {
        for (var fault : new Fault[] {Fault.CUT, Fault.SERVER_ERROR, Fault.GARBAGE, Fault.EMPTY_OBJECT}) {
            var fresh = tracker(new GithubApp(FakeGithubApp.ID, github.app().pem(), null, null));
            github.next(call, fault);
            var trouble = fresh.trouble().orElse(null);
            assertThat(trouble == null || trouble.contains("GitHub"))
                    .as("%s %s: %s", call, fault, trouble)
                    .isTrue();
            assertThat(fresh.trouble()).as("%s after %s", call, fault).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "ghp_secret"})
    void aKeyThatIsNoneStopsTheStartAndIsNotShown(String pem) {
        assertThatThrownBy(() -> new GithubApp("1", pem, null, null).key())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("GITHUB_APP_PRIVATE_KEY holds no RSA private key")
                .message()
                .doesNotContain("AAAA", "ghp_secret");
        assertThatThrownBy(() -> new GithubApp("1", null, folder.resolve("none.pem"), null).key())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("GITHUB_APP_PRIVATE_KEY_FILE is " + folder.resolve("none.pem"));
    }

    private long tokensAskedFor() {
        return github.calls().stream().filter("POST access_tokens"::equals).count();
    }
}
