package dev.switchboard.issue;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.PrivateKeys;
import java.nio.file.Path;
import java.security.PrivateKey;

/**
 * A GitHub App that signs us in, in place of a person's token.
 *
 * @param id number or client id of the App
 * @param privateKey in PEM; or {@code privateKeyFile}, where it lies
 * @param installationId null: the one that covers {@code GITHUB_REPOSITORY}, asked for when it is needed
 */
record GithubApp(String id, String privateKey, Path privateKeyFile, Long installationId) {

    GithubApp {
        id = id == null || id.isBlank() ? null : id.strip();
        privateKey = privateKey == null || privateKey.isBlank() ? null : privateKey.strip();
        privateKeyFile = privateKeyFile == null || privateKeyFile.toString().isBlank() ? null : privateKeyFile;
        var anyKey = privateKey != null || privateKeyFile != null;
        refuse(
                id != null && !anyKey,
                "GITHUB_APP_ID is set but neither GITHUB_APP_PRIVATE_KEY nor GITHUB_APP_PRIVATE_KEY_FILE is.");
        refuse(
                id == null && anyKey,
                "GITHUB_APP_PRIVATE_KEY or GITHUB_APP_PRIVATE_KEY_FILE is set but GITHUB_APP_ID is not.");
        refuse(
                id == null && installationId != null,
                "GITHUB_APP_INSTALLATION_ID is set but GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY are not.");
        refuse(
                privateKey != null && privateKeyFile != null,
                "GITHUB_APP_PRIVATE_KEY and GITHUB_APP_PRIVATE_KEY_FILE are both set: set one of the two.");
    }

    boolean configured() {
        return id != null;
    }

    PrivateKey key() {
        return PrivateKeys.read("GITHUB_APP_PRIVATE_KEY", privateKey, privateKeyFile);
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "GithubApp[id=" + id + "]";
    }

    private static void refuse(boolean wrong, String sentence) {
        if (wrong) {
            throw new CannotStart(sentence);
        }
    }
}
