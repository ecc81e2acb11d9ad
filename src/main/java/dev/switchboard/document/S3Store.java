package dev.switchboard.document;

import dev.switchboard.system.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Documents in a bucket. A write is conditional ({@code If-None-Match: *}), so that a repeat after a lost answer finds
 * its own object and changes nothing: see Amazon, "Prevent object overwrites with conditional writes".
 */
class S3Store implements DocumentStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);
    /** Somebody wrote the key already, or is writing it right now. */
    private static final int PRECONDITION_FAILED = 412;

    private static final int CONFLICT = 409;

    private final String bucket;
    private final S3Client client;
    private final S3Presigner presigner;
    private final CloudFrontLinks cloudFront;

    /** @param cloudFront null: links lead to the bucket itself */
    S3Store(String bucket, S3Client client, S3Presigner presigner, CloudFrontLinks cloudFront) {
        this.bucket = bucket;
        this.client = client;
        this.presigner = presigner;
        this.cloudFront = cloudFront;
    }

    @Override
    public void write(String key, byte[] bytes) {
        Keys.check(key, bytes);
        try {
            var answer = client.putObject(
                    request -> request.bucket(bucket)
                            .key(key)
                            .ifNoneMatch("*")
                            .checksumSHA256(Base64.getEncoder()
                                    .encodeToString(HexFormat.of().parseHex(Keys.sha256(key)))),
                    RequestBody.fromBytes(bytes));
            if (answer.eTag() == null) {
                throw new IOException("what answered for the bucket is no S3: it names no ETag");
            }
        } catch (S3Exception e) {
            if (e.statusCode() != PRECONDITION_FAILED && e.statusCode() != CONFLICT) {
                throw failed("written", key, e);
            }
            // The key is the hash of its bytes: what lies there is ours, or damaged, and then reading says so
            read(key);
        } catch (SdkException | IOException e) {
            throw failed("written", key, e);
        }
    }

    @Override
    public byte[] read(String key) {
        try {
            var answer = client.getObjectAsBytes(
                    request -> request.bucket(bucket).key(key).checksumMode(ChecksumMode.ENABLED));
            return Keys.verified(key, answer.asByteArrayUnsafe());
        } catch (SdkException e) {
            throw failed("read", key, e);
        }
    }

    /**
     * With every version that the bucket keeps of an object, one by one: a plain delete in a bucket with versions only
     * hides it. Needs the rights {@code s3:ListBucketVersions}, {@code s3:DeleteObject} and
     * {@code s3:DeleteObjectVersion}.
     */
    @Override
    public void erase(String documentId) {
        try {
            var pages = client.listObjectVersionsPaginator(
                    request -> request.bucket(bucket).prefix(Keys.prefix(documentId)));
            for (var page : pages) {
                page.versions().forEach(version -> delete(version.key(), version.versionId()));
                page.deleteMarkers().forEach(marker -> delete(marker.key(), marker.versionId()));
            }
        } catch (SdkException e) {
            throw failed("taken away", documentId, e);
        }
    }

    private void delete(String key, String versionId) {
        client.deleteObject(request -> request.bucket(bucket).key(key).versionId(versionId));
    }

    /** Signed for this one object; it is offered as a download, so that nothing in it runs in a browser. */
    @Override
    public Optional<URI> link(String key, String fileName, String contentType, Duration validFor) {
        var disposition = ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build();
        if (cloudFront != null) {
            return Optional.of(cloudFront.sign(key, disposition.toString(), contentType, validFor));
        }
        var link = presigner.presignGetObject(
                presign -> presign.signatureDuration(validFor).getObjectRequest(request -> request.bucket(bucket)
                        .key(key)
                        .responseContentType(contentType)
                        .responseContentDisposition(disposition.toString())));
        return Optional.of(URI.create(link.url().toString()));
    }

    /** What is wrong with the bucket, in a sentence; empty when it answers. */
    Optional<String> trouble() {
        try {
            reach();
            return Optional.empty();
        } catch (S3Exception e) {
            return Optional.of("The bucket of S3_BUCKET answers with " + e.statusCode() + ".");
        } catch (SdkException e) {
            return Optional.of("The bucket of S3_BUCKET does not answer.");
        }
    }

    /** Asks for the bucket itself; needs the right {@code s3:ListBucket}. */
    private void reach() {
        client.headBucket(request -> request.bucket(bucket));
    }

    /**
     * A bucket that is not there or not ours stops the start. One that does not answer now does not: a node that starts
     * during an outage still takes texts, and each document is tried again by whoever stores it.
     */
    void checkAtStart() {
        try {
            reach();
        } catch (S3Exception e) {
            switch (e.statusCode()) {
                case 301, 404 ->
                    throw new CannotStart(
                            "S3_BUCKET is set to " + bucket + ", but there is no such bucket in this region:"
                                    + " create it, or correct S3_BUCKET or AWS_REGION.",
                            e);
                case 400 ->
                    throw new CannotStart(
                            "S3_BUCKET is set to " + bucket + ", but S3 cannot use the question for it (400): check"
                                    + " S3_BUCKET, AWS_REGION and whether the credentials have expired.",
                            e);
                case 401, 403 ->
                    throw new CannotStart(
                            "S3_BUCKET is set to " + bucket + ", but access to it is denied: these credentials need"
                                    + " s3:ListBucket, s3:GetObject and s3:PutObject on it.",
                            e);
                default -> LOG.warn("The bucket {} answers {} at the start", bucket, e.statusCode());
            }
        } catch (SdkClientException e) {
            if (String.valueOf(e.getMessage()).startsWith("Unable to load credentials")) {
                throw new CannotStart(
                        "S3_BUCKET is set to " + bucket
                                + ", but there are no AWS credentials: set AWS_ACCESS_KEY_ID and"
                                + " AWS_SECRET_ACCESS_KEY, or give this machine a role.",
                        e);
            }
            LOG.warn("The bucket {} does not answer at the start: {}", bucket, e.getMessage());
        }
    }

    @Override
    public void close() {
        client.close();
        presigner.close();
    }

    private static UncheckedIOException failed(String what, String key, Exception e) {
        return new UncheckedIOException(
                "the document " + key + " cannot be " + what + " in the bucket", new IOException(e.getMessage(), e));
    }
}
