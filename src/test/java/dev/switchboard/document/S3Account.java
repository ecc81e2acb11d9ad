package dev.switchboard.document;

import java.util.List;

/** Region and credentials where the SDK's own chain looks first. */
final class S3Account {

    private static final List<String> SETTINGS = List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey");

    private S3Account() {}

    static void set() {
        SETTINGS.forEach(setting -> System.setProperty(setting, "eu-central-1"));
    }

    static void clear() {
        SETTINGS.forEach(System::clearProperty);
    }
}
