package dev.switchboard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** A new data folder for every program that tests start; {@code mvn clean} takes them away. */
final class OwnDataDir implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var defaults = new MapPropertySource(
                "defaults of tests",
                Map.of(
                        "server.address",
                        "127.0.0.1",
                        "switchboard.public-url",
                        context.getEnvironment().getProperty("test.public-url", "http://localhost"),
                        "switchboard.admin-password",
                        Caller.ADMIN_PASSWORD,
                        // Each text by itself, at once; what waits for another one is told by tests of its own
                        "switchboard.burst-window",
                        "PT0S",
                        "switchboard.data-dir",
                        newFolder().toString(),
                        // A due date then is the same on every day and machine
                        "switchboard.business-hours",
                        "24/7",
                        "switchboard.time-zone",
                        "UTC"));
        var sources = context.getEnvironment().getPropertySources();
        var ofTheTest = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        // What a test class sets itself comes first
        if (sources.contains(ofTheTest)) {
            sources.addAfter(ofTheTest, defaults);
        } else {
            sources.addFirst(defaults);
        }
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
