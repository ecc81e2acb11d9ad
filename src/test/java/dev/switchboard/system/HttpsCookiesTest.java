package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Caller;
import dev.switchboard.SwitchboardTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SwitchboardTest(properties = "switchboard.public-url=https://switchboard.example.com/")
class HttpsCookiesTest {

    @LocalServerPort
    int port;

    @Test
    void behindHttpsCookiesAreSecure() {
        var page = Caller.anonymous(port).with("Accept", "text/html");
        assertThat(page.get("/camunda/app/tasklist/").response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(page.get("/login").response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("XSRF-TOKEN", "Secure", "SameSite=Lax"));
    }
}
