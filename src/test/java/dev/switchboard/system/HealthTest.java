package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A newcomer's program: nothing is connected, and both the start-up table and health say so. */
@SwitchboardTest
class HealthTest {

    @LocalServerPort
    int port;

    @Autowired
    StartupReport report;

    @ParameterizedTest
    @CsvSource({
        "sms,       simulated, simulated phone,     Text messages    simulated",
        "ai,        simulated, offline classifier,  Language model   simulated",
        "github,    simulated, local tracker,       Issues           simulated",
        "documents, live,      files under,         Documents        live"
    })
    void eachConnectorIsToldToStaff(String component, String state, String detail, String row) {
        var health = Caller.staff(port, "hal", Groups.ACCOUNT)
                .get("/actuator/health")
                .expect(200)
                .json()
                .at("/components/" + component);
        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.at("/details/connector").asText()).isEqualTo(state);
        assertThat(health.at("/details/detail").asText()).contains(detail);
        assertThat(report.text()).contains(row);
    }

    @Test
    void theWorldLearnsOnlyThatItIsUp() {
        assertThat(Caller.anonymous(port).get("/actuator/health").expect(200).body())
                .doesNotContain("connector", "simulated", "sms");
    }
}
