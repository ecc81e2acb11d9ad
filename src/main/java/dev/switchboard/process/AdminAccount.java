package dev.switchboard.process;

import dev.switchboard.system.Groups;
import dev.switchboard.system.SwitchboardProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The first administrator. A configured password is applied at every start;
 * a generated one is made once, with the account, and whoever lost it configures a new one.
 */
@Component
class AdminAccount {

    private static final Logger LOG = LoggerFactory.getLogger(AdminAccount.class);
    private static final int RANDOM_BYTES = 18;

    private final IdentityService identity;
    private final SwitchboardProperties properties;

    AdminAccount(IdentityService identity, SwitchboardProperties properties) {
        this.identity = identity;
        this.properties = properties;
    }

    void ensure() {
        var name = properties.adminUsername();
        var exists = identity.createUserQuery().userId(name).count() > 0;
        if (properties.adminPassword() != null) {
            setPassword(name, properties.adminPassword());
            forgetGenerated();
            LOG.info("Administrator: {}, password as configured", name);
        } else if (!exists) {
            setPassword(name, generated());
            LOG.info("Administrator: {}, password kept in {}", name, keptIn());
        }
        if (identity.createGroupQuery()
                        .groupId(Groups.ADMINISTRATORS)
                        .groupMember(name)
                        .count()
                == 0) {
            identity.createMembership(name, Groups.ADMINISTRATORS);
        }
    }

    private void setPassword(String name, String password) {
        var user = identity.createUserQuery().userId(name).singleResult();
        if (user == null) {
            user = identity.newUser(name);
            user.setFirstName("Switchboard");
            user.setLastName("Administrator");
        }
        user.setPassword(password);
        identity.saveUser(user);
        identity.unlockUser(name);
    }

    private String generated() {
        try {
            if (Files.exists(keptIn())) {
                return Files.readString(keptIn()).strip();
            }
            var random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            Files.createDirectories(properties.dataDir());
            var posix = keptIn().getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(
                        keptIn(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(keptIn(), password + System.lineSeparator());
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(keptIn() + " cannot be read or written", e);
        }
    }

    /** A file with a password that no longer works would mislead. */
    private void forgetGenerated() {
        try {
            Files.deleteIfExists(keptIn());
        } catch (IOException e) {
            throw new UncheckedIOException(keptIn() + " cannot be deleted", e);
        }
    }

    private Path keptIn() {
        return properties.dataDir().resolve("admin-password");
    }
}
