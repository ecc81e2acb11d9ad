package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The dashboard's types are made of the file that is compared here. After a change of the API:
 * {@code mvn test -Dtest=OpenApiFileTest -Dopenapi.write=true}, then {@code npm run types} in src/main/frontend.
 */
@SwitchboardTest
class OpenApiFileTest {

    private static final Path FILE = Path.of("src", "main", "frontend", "openapi.json");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    @LocalServerPort
    int port;

    @Test
    void saysWhatTheProgramSays() throws IOException {
        var description =
                (ObjectNode) Caller.admin(port).get("/v3/api-docs").expect(200).json();
        // The port is another one in each run
        description.remove("servers");
        var now = JSON.convertValue(description, TreeMap.class);
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, JSON.writeValueAsString(now) + "\n");
        }
        assertThat(JSON.readValue(FILE.toFile(), TreeMap.class))
                .as("src/main/frontend/openapi.json: write it anew as this class says")
                .isEqualTo(now);
    }
}
