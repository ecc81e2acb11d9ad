package dev.switchboard.document;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bucket that documents lie in; without one they lie in a folder. Region and credentials come from the SDK's own
 * chain: {@code AWS_REGION}, {@code AWS_ACCESS_KEY_ID}, a profile, the machine's role.
 *
 * @param endpoint {@code AWS_ENDPOINT_URL_S3}, for stores that are not Amazon's; these are addressed by path
 * @param timeout for one attempt of one call; an outage costs a caller at most three of them
 */
@ConfigurationProperties("s3")
record S3Properties(
        String bucket,
        String endpoint,
        @DefaultValue("PT20S") Duration timeout) {

    S3Properties {
        bucket = bucket == null || bucket.isBlank() ? null : bucket.strip();
        endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint.strip();
    }

    boolean configured() {
        return bucket != null;
    }

    URI endpointUri() {
        return endpoint == null ? null : URI.create(endpoint);
    }
}
