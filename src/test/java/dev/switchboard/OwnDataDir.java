package dev.switchboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A new data folder for every program that tests start; `mvn clean` takes them away. */
final class OwnDataDir implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "server.address=127.0.0.1",
                        "switchboard.public-url="
                                + context.getEnvironment().getProperty("test.public-url", "http://localhost"),
                        "switchboard.admin-password=" + Caller.ADMIN_PASSWORD,
                        "switchboard.data-dir=" + newFolder())
                .applyTo(context);
    }

    private static Path newFolder() {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-data"));
            return Files.createTempDirectory(parent, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
