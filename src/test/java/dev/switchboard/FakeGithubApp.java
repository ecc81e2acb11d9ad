package dev.switchboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A GitHub App: it signs in with a JWT of its key and gets tokens for its one installation, which end. */
public final class FakeGithubApp {

    public static final String ID = "12345";
    public static final String INSTALLATION = "777";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_JWT = Duration.ofMinutes(10);

    private final Clock clock;
    private final KeyPair keys = newKeys();
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private volatile Duration lifetime = Duration.ofHours(1);
    private volatile boolean installed = true;

    FakeGithubApp(Clock clock) {
        this.clock = clock;
    }

    record Said(int status, Object body) {}

    public static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@code openssl pkcs8} writes it. */
    public static String pem(KeyPair keys) {
        return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    /** As GitHub hands it out: PKCS#1, which is what PKCS#8 holds behind its first 26 bytes for an RSA key of this size. */
    public String pem() {
        var pkcs8 = keys.getPrivate().getEncoded();
        var pkcs1 = new byte[pkcs8.length - 26];
        System.arraycopy(pkcs8, 26, pkcs1, 0, pkcs1.length);
        return pem("RSA PRIVATE KEY", pkcs1);
    }

    /** How long the tokens live that are given out from now on. */
    public void tokensLive(Duration time) {
        lifetime = time;
    }

    /** Every token given out so far is worth nothing any more. */
    public void revoke() {
        tokens.clear();
    }

    public void uninstall() {
        installed = false;
    }

    boolean accepts(String authorization) {
        var until = tokens.get(String.valueOf(authorization).replaceFirst("^(token|Bearer) ", ""));
        return until != null && clock.instant().isBefore(until);
    }

    /** @return null when the JWT is not the App's, or is over */
    Said answer(String authorization, String[] path) throws IOException {
        if (!signed(authorization)) {
            return null;
        }
        if (!issuer(authorization).equals(ID)) {
            return new Said(404, Map.of("message", "Integration not found"));
        }
        if (path.length == 2) {
            return new Said(200, Map.of("id", Integer.parseInt(ID), "slug", "switchboard"));
        }
        if (!installed || path[1].equals("app") && !path[3].equals(INSTALLATION)) {
            return new Said(404, Map.of("message", "Not Found"));
        }
        if (path.length > 4 && path[4].equals("access_tokens")) {
            var token = "ghs_" + (tokens.size() + 1);
            tokens.put(token, clock.instant().plus(lifetime));
            return new Said(
                    201, Map.of("token", token, "expires_at", tokens.get(token).toString()));
        }
        return new Said(200, Map.of("id", Integer.parseInt(INSTALLATION), "app_id", Integer.parseInt(ID)));
    }

    private boolean signed(String authorization) throws IOException {
        var parts = String.valueOf(authorization).replaceFirst("^Bearer ", "").split("\\.");
        if (parts.length != 3 || !json(parts[0]).path("alg").asText().equals("RS256")) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            var claims = json(parts[1]);
            var begins = Instant.ofEpochSecond(claims.path("iat").asLong());
            var ends = Instant.ofEpochSecond(claims.path("exp").asLong());
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    && ends.isAfter(Instant.now())
                    && !ends.isAfter(Instant.now().plus(LONGEST_JWT))
                    && !begins.isAfter(Instant.now());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String issuer(String authorization) throws IOException {
        return json(authorization.split("\\.")[1]).path("iss").asText();
    }

    private static JsonNode json(String encoded) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes)
                + "\n-----END " + kind + "-----\n";
    }
}
