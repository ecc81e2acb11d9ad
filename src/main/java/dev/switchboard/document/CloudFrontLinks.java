package dev.switchboard.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.util.UriUtils;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;

/**
 * Links to a CloudFront distribution whose origin is the bucket, each signed for one object and a while (Amazon, "Create a
 * signed URL using a canned policy"). Nobody is called for it.
 */
class CloudFrontLinks {

    private final CloudFrontUtilities signer = CloudFrontUtilities.create();
    private final String domain;
    private final String keyPairId;
    private final PrivateKey key;
    private final Clock clock;

    CloudFrontLinks(CloudFrontProperties properties, Clock clock) {
        this.domain = properties.domain();
        this.keyPairId = properties.keyPairId();
        this.key = properties.key();
        this.clock = clock;
    }

    /** The signature covers the download's name and type too: S3 answers with those that the distribution passes on. */
    URI sign(String objectKey, String disposition, String contentType, Duration validFor) {
        var address = "https://" + domain + "/" + UriUtils.encodePath(objectKey, StandardCharsets.UTF_8)
                + "?response-content-disposition=" + encode(disposition)
                + "&response-content-type=" + encode(contentType);
        var signed = signer.getSignedUrlWithCannedPolicy(request -> request.resourceUrl(address)
                .keyPairId(keyPairId)
                .privateKey(key)
                .expirationDate(clock.instant().plus(validFor)));
        return URI.create(signed.url());
    }

    private static String encode(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }
}
