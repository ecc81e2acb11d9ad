package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong setting stops the start with its sentence, not with a stack. In a process of its own, as a person starts it:
 * the other programs of this JVM go on writing meanwhile.
 */
class CannotStartTest {

    private static final int BOUND_SECONDS = 120;

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "twilio.account-sid=AC1,TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not",
        "switchboard.database-url=jdbc:postgresql://localhost/crm,SWITCHBOARD_DATABASE_URL is set",
        "switchboard.public-url=example.com,SWITCHBOARD_PUBLIC_URL is \"example.com\"",
        "switchboard.ai-provider=none,SWITCHBOARD_AI_PROVIDER=none",
        "switchboard.default-region=Europe,SWITCHBOARD_DEFAULT_REGION is \"Europe\""
    })
    void theVariableIsNamed(String setting, String sentence) throws Exception {
        var output = folder.resolve("output");
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SwitchboardApplication.class.getName(),
                        "--" + setting,
                        "--server.port=0",
                        "--switchboard.data-dir=" + folder.resolve("data"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(program.waitFor(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("it ended by itself")
                    .isTrue();
        } finally {
            program.destroyForcibly();
        }
        assertThat(program.exitValue()).isNotZero();
        assertThat(Files.readString(output))
                .contains(sentence)
                .doesNotContain("\tat ")
                .doesNotContain("Exception encountered during context initialization");
    }
}
