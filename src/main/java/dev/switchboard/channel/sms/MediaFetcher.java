package dev.switchboard.channel.sms;

import dev.switchboard.channel.MediaSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches a message's files from Twilio, which asks for the account's credentials and then redirects to a signed address
 * (Twilio, "Media resource"). Neither that address nor the credentials ever leave this class.
 */
class MediaFetcher implements MediaSource {

    private static final int MOST_REDIRECTS = 3;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final MediaHosts hosts;
    private final String credentials;
    private final Duration deadline;
    private final CloseableHttpClient client;

    /** @param deadline for one file as a whole; each read has to bring something within a third of it */
    MediaFetcher(TwilioProperties twilio, MediaHosts hosts, Duration deadline) {
        this.hosts = hosts;
        this.deadline = deadline;
        this.credentials = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (twilio.accountSid() + ":" + twilio.authToken()).getBytes(StandardCharsets.UTF_8));
        var timeouts = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(Timeout.of(deadline.dividedBy(3)))
                .build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(hosts.dns())
                        .setDefaultConnectionConfig(timeouts)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .build();
    }

    @Override
    public File fetch(String source) {
        var end = System.nanoTime() + deadline.toNanos();
        var uri = hosts.start(source);
        var request = new HttpGet(uri);
        request.setHeader(HttpHeaders.AUTHORIZATION, credentials);
        for (var hop = 0; hop <= MOST_REDIRECTS; hop++) {
            var asked = uri;
            var found = ask(request, asked, end);
            if (found.file() != null) {
                return found.file();
            }
            uri = hosts.redirect(asked, found.location());
            request = new HttpGet(uri);
        }
        throw new Refused("Twilio redirects without an end.");
    }

    private record Found(File file, String location) {}

    private Found ask(HttpGet request, URI uri, long end) {
        try {
            return client.execute(request, response -> {
                try {
                    return found(response, uri, end);
                } catch (IOException | RuntimeException e) {
                    // Otherwise the client would first read the rest of what we do not want
                    request.cancel();
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be fetched: " + e.getMessage(), e);
        }
    }

    private static Found found(ClassicHttpResponse response, URI uri, long end) throws IOException {
        var status = response.getCode();
        if (status >= 300 && status < 400 && response.containsHeader(HttpHeaders.LOCATION)) {
            return new Found(null, response.getFirstHeader(HttpHeaders.LOCATION).getValue());
        }
        if (status != 200) {
            throw new IOException(uri.getHost() + " answers " + status);
        }
        return new Found(file(response, end), null);
    }

    private static File file(ClassicHttpResponse response, long end) throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            throw new IOException("there is nothing in the answer");
        }
        if (entity.getContentLength() > LARGEST) {
            throw new Refused("The file has more than 5 MB.");
        }
        var bytes = read(entity.getContent(), end);
        if (entity.getContentLength() >= 0 && bytes.length != entity.getContentLength()) {
            throw new IOException("the answer ends too early");
        }
        var type = entity.getContentType();
        return new File(bytes, type == null || type.startsWith("application/octet-stream") ? null : type);
    }

    /** Whoever sends one byte at a time reaches the end of our patience, not the end of the file. */
    private static byte[] read(InputStream in, long end) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            all.write(buffer, 0, n);
            if (all.size() > LARGEST) {
                throw new Refused("The file has more than 5 MB.");
            }
            if (System.nanoTime() > end) {
                throw new IOException("the answer takes too long");
            }
        }
        return all.toByteArray();
    }
}
