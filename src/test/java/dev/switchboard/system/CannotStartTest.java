package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A wrong setting stops the start with its sentence, not with a stack. In a process of its own, as a person starts it:
 * the other programs of this JVM go on writing meanwhile.
 */
class CannotStartTest {

    private static final int BOUND_SECONDS = 300;

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "twilio.account-sid=AC1,TWILIO_ACCOUNT_SID is set but TWILIO_AUTH_TOKEN is not",
        "switchboard.database-url=jdbc:postgresql://localhost/crm,SWITCHBOARD_DATABASE_URL is set",
        "switchboard.public-url=example.com,SWITCHBOARD_PUBLIC_URL is \"example.com\"",
        "switchboard.ai-provider=none,SWITCHBOARD_AI_PROVIDER=none",
        "switchboard.default-region=Europe,SWITCHBOARD_DEFAULT_REGION is \"Europe\"",
        "github.app.id=1 github.repository=acme/shop,GITHUB_APP_ID is set but neither GITHUB_APP_PRIVATE_KEY nor",
        "cloudfront.domain=d1.cloudfront.net,CLOUDFRONT_KEY_PAIR_ID is not set",
        "s3.bucket=papers,S3_BUCKET is set to papers but the client for it is not configured: set AWS_REGION",
        "s3.bucket=papers AWS_REGION=eu-central-1,but there are no AWS credentials: set AWS_ACCESS_KEY_ID and"
    })
    void theVariableIsNamed(String settings, String sentence) throws Exception {
        var output = folder.resolve("output");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SwitchboardApplication.class.getName(),
                "--server.port=0",
                "--switchboard.data-dir=" + folder.resolve("data")));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        withoutAmazon(builder.environment());
        for (var setting : settings.split(" ")) {
            if (setting.startsWith("AWS_")) {
                builder.environment().put(setting.split("=")[0], setting.split("=")[1]);
            } else {
                command.add("--" + setting);
            }
        }
        var program = builder.command(command).start();
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

    /** Whatever the machine that runs the tests knows of Amazon. */
    private static void withoutAmazon(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("AWS_"));
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("AWS_CONFIG_FILE", folder.resolve("none").toString());
        environment.put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString());
    }
}
