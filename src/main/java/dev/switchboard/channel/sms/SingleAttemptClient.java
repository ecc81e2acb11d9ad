package dev.switchboard.channel.sms;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * One call is one request. The SDK retries by itself (measured with 13.0.1: three POSTs on 500, six on 503), and each
 * could be a text to a client; here the job's retry is the only one.
 */
class SingleAttemptClient extends NetworkHttpClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    /** @param timeout for each read; an answer as a whole has three times that */
    SingleAttemptClient(String apiUrl, Duration timeout) {
        super(builder(URI.create(apiUrl), timeout));
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    private static HttpClientBuilder builder(URI api, Duration timeout) {
        var host = HttpHost.create(api);
        var prefix = api.getRawPath() == null ? "" : api.getRawPath().replaceAll("/+$", "");
        var timeouts = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(Timeout.of(timeout))
                .build();
        return HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(timeouts)
                        .build())
                // The SDK has no base URL: every request goes to the host of TWILIO_API_URL whatever it names
                .setRoutePlanner((target, context) -> new HttpRoute(host, null, "https".equals(api.getScheme())))
                .addExecInterceptorFirst("api-url", (request, scope, chain) -> {
                    request.setScheme(api.getScheme());
                    request.setAuthority(new URIAuthority(host));
                    request.setPath(prefix + request.getPath());
                    return whole(chain.proceed(request, scope), scope, timeout.multipliedBy(3));
                })
                .disableAutomaticRetries()
                .disableRedirectHandling();
    }

    /** An answer that drips would never meet the time-out of a read, and its job would hold its thread. */
    private static ClassicHttpResponse whole(ClassicHttpResponse response, ExecChain.Scope scope, Duration limit)
            throws IOException {
        var entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        var end = System.nanoTime() + limit.toNanos();
        var all = new ByteArrayOutputStream();
        var buffer = new byte[8 * 1024];
        try {
            var in = entity.getContent();
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
                if (System.nanoTime() > end) {
                    throw new InterruptedIOException("Twilio's answer takes too long");
                }
            }
        } catch (IOException e) {
            // Closing the answer would wait for the rest of it
            scope.execRuntime.discardEndpoint();
            throw e;
        }
        response.setEntity(new ByteArrayEntity(all.toByteArray(), ContentType.parse(entity.getContentType())));
        return response;
    }
}
