package dev.switchboard.issue;

import dev.switchboard.FakeGithub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Trackers that talk to a GitHub of this machine. */
final class Trackers {

    private Trackers() {}

    static GithubTracker github(FakeGithub github, Clock clock, Duration answerWithin) {
        return github(github.url(), FakeGithub.TOKEN, clock, answerWithin);
    }

    static GithubTracker github(String url, String token, Clock clock, Duration answerWithin) {
        return github(
                new GithubProperties(token, FakeGithub.REPOSITORY, url, null, Duration.ofMinutes(5), null),
                clock,
                answerWithin);
    }

    static GithubTracker github(FakeGithub github, GithubApp app, Clock clock, Duration answerWithin) {
        return github(
                new GithubProperties(null, FakeGithub.REPOSITORY, github.url(), null, Duration.ofMinutes(5), app),
                clock,
                answerWithin);
    }

    private static GithubTracker github(GithubProperties properties, Clock clock, Duration answerWithin) {
        var connector = new GithubConnector(properties.apiUrl(), Duration.ofSeconds(5), answerWithin, clock);
        try {
            return new GithubTracker(
                    new GithubRepositories(GithubConfiguration.client(properties, connector)), properties.repository());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clock that a test moves on. */
    static final class MovedClock extends Clock {

        private Instant now = Instant.now();

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
