package dev.switchboard.document;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Connector;
import dev.switchboard.system.ConnectorHealth;
import dev.switchboard.system.SwitchboardProperties;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentConfiguration {

    @Bean
    DocumentStore documentStore(
            SwitchboardProperties properties, S3Properties s3, CloudFrontProperties cloudFront, Clock clock) {
        if (!s3.configured()) {
            if (cloudFront.configured()) {
                throw new CannotStart(
                        "CLOUDFRONT_DOMAIN is set but S3_BUCKET is not: a distribution needs its bucket.");
            }
            return new FileStore(folder(properties));
        }
        var links = cloudFront.configured() ? new CloudFrontLinks(cloudFront, clock) : null;
        var store = new S3Store(s3.bucket(), S3Clients.client(s3), S3Clients.presigner(s3), links);
        store.checkAtStart();
        return store;
    }

    @Bean
    Connector documentConnector(SwitchboardProperties properties, S3Properties s3, CloudFrontProperties cloudFront) {
        var where = s3.configured()
                ? "S3 bucket " + s3.bucket()
                        + (s3.endpoint() == null
                                ? ""
                                : " at " + s3.endpointUri().getAuthority())
                        + (cloudFront.configured() ? ", downloads by " + cloudFront.domain() : "")
                : "files under " + folder(properties);
        return new Connector("Documents", Connector.State.LIVE, where);
    }

    @Bean
    HealthIndicator documentsHealthIndicator(Connector documentConnector, DocumentStore store, Clock clock) {
        return store instanceof S3Store bucket
                ? new ConnectorHealth(documentConnector, bucket::trouble, clock)
                : ConnectorHealth.of(documentConnector, clock);
    }

    private static Path folder(SwitchboardProperties properties) {
        return properties.dataDir().resolve("documents");
    }
}
