package dev.switchboard.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.SwitchboardTest;
import dev.switchboard.system.Groups;
import dev.switchboard.system.SwitchboardProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@SwitchboardTest
@ExtendWith(OutputCaptureExtension.class)
class AdminAccountTest {

    @TempDir
    Path dataDir;

    @Autowired
    IdentityService identity;

    @Test
    void aGeneratedPasswordIsKeptForTheOwnerOnlyAndUsedAgain(CapturedOutput output) throws IOException {
        start("first@example.com", null);
        var password = kept();
        assertThat(password).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Files.getPosixFilePermissions(dataDir.resolve("admin-password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(identity.checkPassword("first@example.com", password)).isTrue();
        assertThat(output.getAll()).contains("admin-password").doesNotContain(password);

        start("first@example.com", null);
        assertThat(kept()).isEqualTo(password);
        assertThat(identity.checkPassword("first@example.com", password)).isTrue();
    }

    @Test
    void aConfiguredPasswordReplacesWhatWasThere(CapturedOutput output) {
        start("second", null);
        start("second", "chosen by the owner");
        assertThat(identity.checkPassword("second", "chosen by the owner")).isTrue();
        assertThat(dataDir.resolve("admin-password")).doesNotExist();

        start("second", "chosen again");
        assertThat(identity.checkPassword("second", "chosen again")).isTrue();

        start("second", null);
        assertThat(identity.checkPassword("second", "chosen again")).isTrue();
        assertThat(output.getAll()).doesNotContain("chosen");
    }

    @Test
    void theAdministratorsAlwaysHaveAMember() {
        start("third", "whatever");
        identity.deleteMembership("third", Groups.ADMINISTRATORS);
        start("third", "whatever");
        assertThat(identity.createUserQuery()
                        .memberOfGroup(Groups.ADMINISTRATORS)
                        .list())
                .extracting("id")
                .contains("third");
    }

    private void start(String name, String password) {
        new AdminAccount(identity, new SwitchboardProperties(dataDir, "http://localhost", name, password, "US"))
                .ensure();
    }

    private String kept() throws IOException {
        return Files.readString(dataDir.resolve("admin-password")).strip();
    }
}
