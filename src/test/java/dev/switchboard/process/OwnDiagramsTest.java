package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The diagrams and tables in {@code processes/} and the forms in {@code forms/} pass the first lock. */
@EnabledIf("exist")
class OwnDiagramsTest {

    private static final Path PROCESSES = Path.of("processes");

    static boolean exist() {
        return Files.isDirectory(PROCESSES);
    }

    @TestFactory
    List<DynamicTest> everyFilePasses() throws IOException {
        try (var processes = Files.list(PROCESSES);
                var forms = Files.list(Path.of("forms"))) {
            return java.util.stream.Stream.concat(processes, forms)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(
                                    TestEngine.refusal(file.getFileName().toString(), Files.readAllBytes(file)))
                            .isEmpty()))
                    .toList();
        }
    }
}
