package dev.switchboard.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class GithubPropertiesTest {

    @Test
    void theEnvironmentIsRead() {
        var properties = bind(Map.of(
                "GITHUB_TOKEN", " ghp_secret ",
                "GITHUB_REPOSITORY", "acme/shop",
                "GITHUB_API_URL", "https://github.example.org/api/v3/",
                "GITHUB_WEBHOOK_SECRET", "hush",
                "GITHUB_CATCH_UP_EVERY", "PT1M"));
        assertThat(properties)
                .isEqualTo(new GithubProperties(
                        "ghp_secret",
                        "acme/shop",
                        "https://github.example.org/api/v3",
                        "hush",
                        Duration.ofMinutes(1),
                        null));
        assertThat(properties.toString()).doesNotContain("ghp_secret", "hush");
    }

    @Test
    void anAppIsReadAndNeverShown() {
        var properties = bind(Map.of(
                "GITHUB_APP_ID", "12345",
                "GITHUB_APP_PRIVATE_KEY", "ghp_secret",
                "GITHUB_APP_INSTALLATION_ID", "777",
                "GITHUB_REPOSITORY", "acme/shop"));
        assertThat(properties.app()).isEqualTo(new GithubApp("12345", "ghp_secret", null, 777L));
        assertThat(properties.configured()).isTrue();
        assertThat(properties.toString()).contains("12345").doesNotContain("ghp_secret");
    }

    @Test
    void withoutVariablesItIsOff() {
        var properties = bind(Map.of(
                "GITHUB_TOKEN", "", "GITHUB_REPOSITORY", " ", "GITHUB_APP_ID", "", "GITHUB_APP_PRIVATE_KEY", " "));
        assertThat(properties.configured()).isFalse();
        assertThat(properties.apiUrl()).isEqualTo("https://api.github.com");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_TOKEN=ghp_secret, GITHUB_REPOSITORY is not",
        "GITHUB_REPOSITORY=acme/shop, GITHUB_TOKEN is not",
        "GITHUB_WEBHOOK_SECRET=ghp_secret, GITHUB_TOKEN and GITHUB_REPOSITORY are not",
        "GITHUB_TOKEN=ghp_secret;GITHUB_REPOSITORY=shop, GITHUB_REPOSITORY must be owner/name",
        "GITHUB_TOKEN=ghp_secret;GITHUB_REPOSITORY=a/b;GITHUB_APP_ID=1;GITHUB_APP_PRIVATE_KEY=ghp_secret, both set",
        "GITHUB_APP_ID=1, neither GITHUB_APP_PRIVATE_KEY nor GITHUB_APP_PRIVATE_KEY_FILE is",
        "GITHUB_APP_PRIVATE_KEY=ghp_secret, GITHUB_APP_ID is not",
        "GITHUB_APP_PRIVATE_KEY_FILE=/tmp/key.pem, GITHUB_APP_ID is not",
        "GITHUB_APP_INSTALLATION_ID=7, GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY are not",
        "GITHUB_APP_ID=1;GITHUB_APP_PRIVATE_KEY=ghp_secret;GITHUB_APP_PRIVATE_KEY_FILE=/tmp/k, both set",
        "GITHUB_APP_ID=1;GITHUB_APP_PRIVATE_KEY=ghp_secret, GITHUB_APP_ID is set but GITHUB_REPOSITORY is not",
        "GITHUB_API_URL=api.github.com, GITHUB_API_URL must be"
    })
    void halfOfItStopsTheStart(String variables, String words) {
        var environment = new java.util.HashMap<String, Object>();
        for (var variable : variables.split(";")) {
            environment.put(variable.split("=")[0], variable.split("=")[1]);
        }
        assertThatThrownBy(() -> bind(environment))
                .rootCause()
                .hasMessageContaining(words)
                .message()
                .doesNotContain("ghp_secret");
    }

    private static GithubProperties bind(Map<String, ?> variables) {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.forEach(source -> sources.remove(source.getName()));
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
        return Binder.get(environment).bindOrCreate("github", GithubProperties.class);
    }
}
