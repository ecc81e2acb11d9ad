package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The diagrams and tables in {@code processes/} and the forms in {@code forms/} pass the first lock. */
class OwnDiagramsTest {

    @TestFactory
    List<DynamicTest> everyFilePasses() throws IOException {
        try (var processes = Files.list(Path.of("processes"));
                var forms = Files.list(Path.of("forms"))) {
            return Stream.concat(processes, forms)
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(
                                    TestEngine.refusal(file.getFileName().toString(), Files.readAllBytes(file)))
                            .isEmpty()))
                    .toList();
        }
    }
}
