package dev.switchboard.document;

import dev.switchboard.system.Connector;
import dev.switchboard.system.SwitchboardProperties;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DocumentConfiguration {

    @Bean
    DocumentStore documentStore(SwitchboardProperties properties, S3Properties s3) {
        if (!s3.configured()) {
            return new FileStore(folder(properties));
        }
        var store = new S3Store(s3.bucket(), S3Clients.client(s3), S3Clients.presigner(s3));
        store.checkAtStart();
        return store;
    }

    @Bean
    Connector documentConnector(SwitchboardProperties properties, S3Properties s3) {
        var where = s3.configured()
                ? "S3 bucket " + s3.bucket()
                        + (s3.endpoint() == null
                                ? ""
                                : " at " + s3.endpointUri().getAuthority())
                : "files under " + folder(properties);
        return new Connector("Documents", Connector.State.LIVE, where);
    }

    @Bean
    HealthIndicator documentsHealthIndicator(DocumentStore store, Clock clock) {
        return store instanceof S3Store bucket
                ? new BucketHealth(bucket, clock)
                : () -> Health.up().build();
    }

    private static Path folder(SwitchboardProperties properties) {
        return properties.dataDir().resolve("documents");
    }
}
