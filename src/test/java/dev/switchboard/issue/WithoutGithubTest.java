package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SwitchboardTest
class WithoutGithubTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext program;

    @Test
    void theWebhookSaysWhatIsMissing() {
        var answer = Caller.anonymous(port).post("/webhooks/github", "{}").expect(503);
        assertThat(answer.body()).contains("GITHUB_WEBHOOK_SECRET");
    }

    @Test
    void nothingLooksAtGithub() {
        assertThat(program.getBeansOfType(GithubCatchUp.class)).isEmpty();
        assertThat(program.getBeansOfType(GithubTracker.class)).isEmpty();
        assertThat(program.getBean(IssueTracker.class)).isInstanceOf(LocalTracker.class);
    }
}
