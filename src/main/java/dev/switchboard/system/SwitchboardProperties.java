package dev.switchboard.system;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the program itself; the environment variables are listed in README.md.
 *
 * @param dataDir folder of the SQLite file, the engine's H2 files, documents and the generated admin password
 * @param publicUrl the URL the world uses, without a trailing slash: webhook signatures and links are made with it
 * @param adminUsername first administrator
 * @param adminPassword its password; null: one is generated and kept in {@code dataDir/admin-password}
 * @param defaultRegion ISO 3166 region in which a number without a country code is read
 */
@ConfigurationProperties("switchboard")
public record SwitchboardProperties(
        Path dataDir, String publicUrl, String adminUsername, String adminPassword, String defaultRegion) {

    public SwitchboardProperties {
        publicUrl = publicUrl.strip().replaceAll("/+$", "");
        if (!publicUrl.matches("(?i)https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
            throw new CannotStart("SWITCHBOARD_PUBLIC_URL is \"" + publicUrl
                    + "\": set it to the whole address, such as https://switchboard.example.com.");
        }
        adminPassword = blankToNull(adminPassword);
    }

    /** Whether the world reaches the program by https, so that cookies may say so. */
    public boolean https() {
        return publicUrl.regionMatches(true, 0, "https:", 0, 6);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
