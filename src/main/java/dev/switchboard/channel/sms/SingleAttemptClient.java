package dev.switchboard.channel.sms;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.util.Timeout;

/**
 * One call is one request. The SDK retries by itself (measured with 13.0.1: three POSTs on 500, six on 503), and each
 * could be a text to a client; here the job's retry is the only one.
 */
class SingleAttemptClient extends NetworkHttpClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(10);

    SingleAttemptClient(String apiUrl) {
        super(builder(URI.create(apiUrl)));
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    private static HttpClientBuilder builder(URI api) {
        var host = HttpHost.create(api);
        var prefix = api.getRawPath() == null ? "" : api.getRawPath().replaceAll("/+$", "");
        var timeouts = ConnectionConfig.custom()
                .setConnectTimeout(CONNECT)
                .setSocketTimeout(ANSWER)
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
                    return chain.proceed(request, scope);
                })
                .disableAutomaticRetries()
                .disableRedirectHandling();
    }
}
