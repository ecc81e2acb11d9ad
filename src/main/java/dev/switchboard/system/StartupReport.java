package dev.switchboard.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The block that tells a newcomer where to look and what is connected. */
@Component
class StartupReport {

    private final SwitchboardProperties properties;
    private final List<Connector> connectors;

    StartupReport(SwitchboardProperties properties, List<Connector> connectors) {
        this.properties = properties;
        this.connectors = connectors;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.print(text());
    }

    String text() {
        var rows = new StringBuilder();
        for (var connector : connectors) {
            rows.append("    %-16s %-10s %s%n"
                    .formatted(
                            connector.name(), connector.state().name().toLowerCase(Locale.ROOT), connector.detail()));
        }
        return """

                  Switchboard is running
                    URL              %s
                    User             %s
                    Password         %s
                  Connectors
                %s
                """.formatted(properties.publicUrl(), properties.adminUsername(), password(), rows);
    }

    private String password() {
        Path kept = properties.dataDir().resolve("admin-password");
        return properties.adminPassword() == null ? "in " + kept : "as SWITCHBOARD_ADMIN_PASSWORD says";
    }
}
