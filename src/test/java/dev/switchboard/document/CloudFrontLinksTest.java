package dev.switchboard.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.FakeGithubApp;
import dev.switchboard.system.CannotStart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.UriComponentsBuilder;

class CloudFrontLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    static Path folder;

    private static KeyPair keys;
    private static Path file;

    @BeforeAll
    static void key() throws Exception {
        keys = FakeGithubApp.newKeys();
        file = Files.writeString(folder.resolve("cloudfront.pem"), FakeGithubApp.pem(keys));
    }

    /** Amazon's rules for a canned policy, checked with the public key as CloudFront does. */
    @Test
    void theSignatureIsThatOfTheCannedPolicyForThisAddressAndTime() throws Exception {
        var link = link("D-1/ab12", "D-1-v1 ü.md");
        var query = UriComponentsBuilder.fromUri(link).build().getQueryParams();
        assertThat(link.getScheme()).isEqualTo("https");
        assertThat(link.getHost()).isEqualTo("d1.cloudfront.net");
        assertThat(link.getRawPath()).isEqualTo("/D-1/ab12");
        assertThat(query.getFirst("response-content-disposition")).startsWith("attachment");
        assertThat(query.getFirst("Key-Pair-Id")).isEqualTo("K2JCJMDEHXQW5F");
        var expires = NOW.plusSeconds(300).getEpochSecond();
        assertThat(query.getFirst("Expires")).isEqualTo("" + expires);
        var resource = link.toString().replaceAll("&Expires=.*", "");
        assertThat(valid(policy(resource, expires), query.getFirst("Signature")))
                .isTrue();
        assertThat(valid(policy(resource, expires + 1), query.getFirst("Signature")))
                .isFalse();
        assertThat(valid(policy(resource.replace("D-1/", "D-2/"), expires), query.getFirst("Signature")))
                .isFalse();
    }

    @Test
    void theKeyIsInNoLinkAndInNoText() {
        var properties = new CloudFrontProperties("d1.cloudfront.net", "K1", FakeGithubApp.pem(keys), null);
        assertThat(properties.toString()).doesNotContain("PRIVATE");
        assertThat(link("D-1/ab12", "D-1-v1").toString()).doesNotContain("PRIVATE");
    }

    @ParameterizedTest
    @CsvSource({
        ", K1, pem, , CLOUDFRONT_DOMAIN is not set",
        "d1.cloudfront.net, , pem, , CLOUDFRONT_KEY_PAIR_ID is not set",
        "d1.cloudfront.net, K1, , , CLOUDFRONT_PRIVATE_KEY_FILE is not set",
        "d1.cloudfront.net, , , , CLOUDFRONT_KEY_PAIR_ID is not set",
        "d1.cloudfront.net, K1, pem, key.pem, both set",
        "https://d1.cloudfront.net/x, K1, pem, , name alone"
    })
    void halfOfItStopsTheStart(String domain, String id, String key, Path file, String words) {
        assertThatThrownBy(() -> new CloudFrontProperties(domain, id, key, file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(words);
    }

    @Test
    void aKeyThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new CloudFrontLinks(
                        new CloudFrontProperties("d1.cloudfront.net", "K1", null, folder.resolve("none")), clock()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("CLOUDFRONT_PRIVATE_KEY_FILE");
    }

    private static java.net.URI link(String key, String name) {
        var properties = new CloudFrontProperties("d1.cloudfront.net", "K2JCJMDEHXQW5F", null, file);
        return new CloudFrontLinks(properties, clock())
                .sign(key, "attachment; filename=\"" + name + "\"", "text/markdown", Duration.ofMinutes(5));
    }

    private static String policy(String resource, long expires) {
        return "{\"Statement\":[{\"Resource\":\"" + resource + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + expires + "}}}]}";
    }

    private static boolean valid(String policy, String signature) throws Exception {
        var check = Signature.getInstance("SHA1withRSA");
        check.initVerify(keys.getPublic());
        check.update(policy.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder()
                .decode(signature.replace('-', '+').replace('_', '=').replace('~', '/')));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
