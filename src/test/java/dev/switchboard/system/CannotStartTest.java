package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A wrong setting stops the start with its sentence, not with a stack. */
@ExtendWith(OutputCaptureExtension.class)
class CannotStartTest {

    @TempDir
    static java.nio.file.Path folder;

    @ParameterizedTest
    @CsvSource({
        "twilio.account-sid=AC1,TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not",
        "switchboard.database-url=jdbc:postgresql://localhost/crm,SWITCHBOARD_DATABASE_URL is set",
        "switchboard.public-url=example.com,SWITCHBOARD_PUBLIC_URL is \"example.com\"",
        "switchboard.ai-provider=none,SWITCHBOARD_AI_PROVIDER=none",
        "switchboard.default-region=Europe,SWITCHBOARD_DEFAULT_REGION is \"Europe\""
    })
    void theVariableIsNamed(String setting, String sentence, CapturedOutput output) {
        var failed = false;
        try {
            SpringApplication.run(
                            SwitchboardApplication.class,
                            "--" + setting,
                            "--server.port=0",
                            "--switchboard.data-dir=" + folder)
                    .close();
        } catch (RuntimeException e) {
            failed = true;
        }
        assertThat(failed).isTrue();
        assertThat(output.getAll())
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("Exception encountered during context initialization");
    }
}
