package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.FakeTwilio;
import dev.switchboard.system.SwitchboardProperties;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The signatures were made by Twilio's own library for Node ({@code twilio.getExpectedTwilioSignature}). */
class SignedFormTest {

    private static final String TOKEN = "secret-token-123";

    record Vector(String publicUrl, String path, String query, Map<String, String> form, String signature) {}

    static Stream<Vector> vectors() {
        return Stream.of(
                new Vector(
                        "https://example.org",
                        "/twilio/sms",
                        null,
                        Map.of("Body", "hi", "From", "+14155550100", "To", "+14155550101"),
                        "GsKfumYK77jb2PukiAhwD2Sw7ww="),
                new Vector(
                        "https://example.org:8443",
                        "/twilio/sms",
                        "tenant=a%20b&x=1",
                        Map.of("Body", "hi", "From", "+14155550100"),
                        "BAcGWi5sfrYCYMLYIkgC/xrVEiY="),
                new Vector(
                        "http://127.0.0.1:18080",
                        "/hook",
                        "bodyless=&k=v",
                        Map.of("Body", "x"),
                        "kSm7sXkLLOV/eM+NGdD4EodMAWY="),
                new Vector(
                        "https://example.org:8443",
                        "/twilio/sms",
                        "ünï=1",
                        Map.of(
                                "Body", "Grüße 😀 naïve 漢字",
                                "From", "whatsapp:+14155550100",
                                "ProfileName", "Zoë 🦊",
                                "MediaUrl0", ""),
                        "eDHsNKPdwyENz/0ZZm0zdwuNeSM="),
                new Vector(
                        "https://example.org",
                        "/twilio/sms",
                        null,
                        Map.of("b", "2", "B", "1", "a", "3", "Zeta", "z", "_x", "u"),
                        "YmXaHvMy7hCTxmNnGZ5Jcn1OKE4="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void takesWhatTwilioSigned(Vector vector) throws IOException {
        assertThat(read(vector, TOKEN, vector.form(), vector.signature())).contains(vector.form());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void refusesEveryChange(Vector vector) throws IOException {
        for (var name : vector.form().keySet()) {
            assertThat(read(
                            vector,
                            TOKEN,
                            with(vector.form(), name, vector.form().get(name) + "."),
                            vector.signature()))
                    .as("%s changed", name)
                    .isEmpty();
            var less = new LinkedHashMap<>(vector.form());
            less.remove(name);
            // An empty field adds its name to what is signed, so even that one is missed
            assertThat(read(vector, TOKEN, less, vector.signature()))
                    .as("%s removed", name)
                    .isEmpty();
        }
        assertThat(read(vector, TOKEN, with(vector.form(), "More", "1"), vector.signature()))
                .isEmpty();
        assertThat(read(vector, TOKEN + "4", vector.form(), vector.signature())).isEmpty();
        assertThat(read(vector, TOKEN, vector.form(), vector.signature().toLowerCase()))
                .isEmpty();
        assertThat(read(vector, TOKEN, vector.form(), "")).isEmpty();
        assertThat(read(vector, TOKEN, vector.form(), null)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theTestsOwnSignaturesAreTwilios(Vector vector) {
        var url = vector.publicUrl() + vector.path() + (vector.query() == null ? "" : "?" + vector.query());
        assertThat(FakeTwilio.signature(TOKEN, url, vector.form())).isEqualTo(vector.signature());
    }

    private static Optional<Map<String, String>> read(
            Vector vector, String token, Map<String, String> form, String signature) throws IOException {
        var request = new MockHttpServletRequest("POST", vector.path());
        request.setQueryString(vector.query());
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent(encode(form).getBytes(StandardCharsets.US_ASCII));
        if (signature != null) {
            request.addHeader("X-Twilio-Signature", signature);
        }
        var twilio = new TwilioProperties(
                FakeTwilio.ACCOUNT, token, FakeTwilio.NUMBER, null, "http://127.0.0.1", Duration.ofSeconds(10));
        var properties = new SwitchboardProperties(Path.of("data"), vector.publicUrl(), "admin", null, "US");
        return new SignedForm(twilio, properties).read(request);
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(name, value);
        return changed;
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
