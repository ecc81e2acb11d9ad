package dev.switchboard.document;

import dev.switchboard.system.CannotStart;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Amazon's SDK with our limits. Every call we make is safe to repeat, so the SDK may try it three times in all. */
final class S3Clients {

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private S3Clients() {}

    static S3Client client(S3Properties properties) {
        var attempt = properties.timeout();
        var http = Apache5HttpClient.builder()
                .connectionTimeout(attempt.compareTo(CONNECT) < 0 ? attempt : CONNECT)
                .connectionAcquisitionTimeout(CONNECT)
                .socketTimeout(attempt);
        var limits = ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(attempt.multipliedBy(MOST_ATTEMPTS))
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(MOST_ATTEMPTS)
                        .build())
                .build();
        try {
            var builder = S3Client.builder()
                    .httpClientBuilder(http)
                    .overrideConfiguration(limits)
                    .serviceConfiguration(configuration(properties));
            if (properties.endpoint() != null) {
                builder.endpointOverride(properties.endpointUri());
            }
            return builder.build();
        } catch (SdkClientException e) {
            throw incomplete(properties, e);
        }
    }

    static S3Presigner presigner(S3Properties properties) {
        var builder = S3Presigner.builder().serviceConfiguration(configuration(properties));
        if (properties.endpoint() != null) {
            builder.endpointOverride(properties.endpointUri());
        }
        return builder.build();
    }

    private static CannotStart incomplete(S3Properties properties, SdkClientException e) {
        return new CannotStart(
                "S3_BUCKET is set to " + properties.bucket()
                        + " but the client for it is not configured: set AWS_REGION.",
                e);
    }

    private static S3Configuration configuration(S3Properties properties) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(properties.endpoint() != null)
                // The whole hash is known before the first byte leaves; many S3-like stores know no other way
                .chunkedEncodingEnabled(false)
                .build();
    }
}
