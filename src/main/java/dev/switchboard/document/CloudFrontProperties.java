package dev.switchboard.document;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.PrivateKeys;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * A CloudFront distribution in front of the bucket; without one download links lead to S3.
 *
 * @param domain such as {@code d111111abcdef8.cloudfront.net}
 * @param keyPairId id of the public key in the distribution's trusted key group
 * @param privateKey its private key in PEM; or {@code privateKeyFile}, where it lies
 */
@ConfigurationProperties("cloudfront")
record CloudFrontProperties(String domain, String keyPairId, String privateKey, Path privateKeyFile) {

    CloudFrontProperties {
        domain = blankToNull(domain);
        keyPairId = blankToNull(keyPairId);
        privateKey = blankToNull(privateKey);
        privateKeyFile = privateKeyFile == null || privateKeyFile.toString().isBlank() ? null : privateKeyFile;
        var anyKey = privateKey != null || privateKeyFile != null;
        if (domain != null || keyPairId != null || anyKey) {
            need(domain != null, "CLOUDFRONT_DOMAIN");
            need(keyPairId != null, "CLOUDFRONT_KEY_PAIR_ID");
            need(anyKey, "CLOUDFRONT_PRIVATE_KEY_FILE");
        }
        if (privateKey != null && privateKeyFile != null) {
            throw new CannotStart(
                    "CLOUDFRONT_PRIVATE_KEY and CLOUDFRONT_PRIVATE_KEY_FILE are both set: set one of the two.");
        }
        if (domain != null && !domain.matches("[A-Za-z0-9.-]+(:\\d+)?")) {
            throw new CannotStart("CLOUDFRONT_DOMAIN is \"" + domain
                    + "\": set it to the distribution's name alone, such as d111111abcdef8.cloudfront.net.");
        }
    }

    boolean configured() {
        return domain != null;
    }

    PrivateKey key() {
        return PrivateKeys.read("CLOUDFRONT_PRIVATE_KEY", privateKey, privateKeyFile);
    }

    /** Never prints the key. */
    @Override
    public String toString() {
        return "CloudFrontProperties[domain=" + domain + ", keyPairId=" + keyPairId + "]";
    }

    private static void need(boolean there, String variable) {
        if (!there) {
            throw new CannotStart(variable + " is not set, but another CLOUDFRONT_ variable is: set CLOUDFRONT_DOMAIN,"
                    + " CLOUDFRONT_KEY_PAIR_ID and CLOUDFRONT_PRIVATE_KEY_FILE, or none to link to the bucket itself.");
        }
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
