package dev.switchboard.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.springframework.boot.ssl.pem.PemContent;

/** RSA keys as GitHub and Amazon hand them out: PEM, in PKCS#1 or PKCS#8. */
public final class PrivateKeys {

    private PrivateKeys() {}

    /**
     * @param variable the environment variable that holds the key; that of its file has the suffix {@code _FILE}
     * @param pem null when it lies in a file
     * @throws CannotStart when it cannot be read; never with anything of the key
     */
    public static PrivateKey read(String variable, String pem, Path file) {
        return pem == null ? parse(variable + "_FILE", content(variable, file)) : parse(variable, pem);
    }

    private static String content(String variable, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CannotStart(variable + "_FILE is " + file + ", which cannot be read.", e);
        }
    }

    private static PrivateKey parse(String variable, String pem) {
        try {
            // Many a tool that sets variables takes single lines alone
            var key = PemContent.of(pem.replace("\\n", "\n")).getPrivateKey();
            if (key instanceof RSAPrivateKey) {
                return key;
            }
        } catch (RuntimeException e) {
            // Said below; its message may quote what it could not read
        }
        throw new CannotStart(variable + " holds no RSA private key in PEM (\"BEGIN PRIVATE KEY\" or"
                + " \"BEGIN RSA PRIVATE KEY\").");
    }
}
