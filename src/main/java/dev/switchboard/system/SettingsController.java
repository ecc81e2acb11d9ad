package dev.switchboard.system;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is connected and how the program is set up. Changes are made where it is started, so that they last. */
@RestController
class SettingsController {

    private final List<Connector> connectors;
    private final List<Setting> settings;

    SettingsController(List<Connector> connectors, List<Setting> settings) {
        this.connectors = connectors;
        this.settings = settings;
    }

    record ConnectorView(String name, String state, String detail) {}

    record Settings(List<ConnectorView> connectors, List<Setting> settings) {}

    @GetMapping("/api/settings")
    Settings settings() {
        return new Settings(
                connectors.stream()
                        .map(connector ->
                                new ConnectorView(connector.name(), Names.of(connector.state()), connector.detail()))
                        .toList(),
                settings);
    }
}
