package dev.switchboard.system;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one page that anyone may see; it loads nothing else. */
@RestController
class SignInPage {

    private static final Map<String, String> MESSAGES = Map.of(
            "error", "User name or password is wrong. After several attempts, wait a minute.",
            "left", "You are signed out.",
            "refused", "That page needs another right, or was open too long. Sign in again.");

    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final String page;
    private final String contentPolicy;

    SignInPage(@Value("classpath:login.html") Resource template) throws IOException {
        page = template.getContentAsString(StandardCharsets.UTF_8);
        contentPolicy = "default-src 'none'; style-src '" + hashOfStyle(page)
                + "'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(HttpServletRequest request, CsrfToken csrf) {
        var message = MESSAGES.getOrDefault(String.valueOf(request.getQueryString()), "");
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", contentPolicy)
                .body(page.replace("{{message}}", message).replace("{{csrf}}", csrf.getToken()));
    }

    /** The page's own style is the only one that it may apply; named by its hash it needs no second file. */
    private static String hashOfStyle(String page) {
        var style = STYLE.matcher(page).results().findFirst().orElseThrow().group(1);
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Hashes.sha256(style)));
    }
}
