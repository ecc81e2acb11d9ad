package dev.switchboard.sharing;

import dev.switchboard.approval.Approvals;
import dev.switchboard.approval.NotApproved;
import dev.switchboard.document.Documents;
import dev.switchboard.process.Purpose;
import dev.switchboard.request.Requests;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The pages themselves, for whoever has the link. A page shows the stored bytes, and only while the approval to show
 * them has their hash. Ended, closed and unknown links get the same answer.
 */
@Hidden
@RestController
class SharedPageController {

    private static final Logger LOG = LoggerFactory.getLogger(SharedPageController.class);
    private static final String HTML = "text/html;charset=UTF-8";
    /** An empty data address keeps browsers from asking for an icon; pictures there are none of. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'";

    private final Shares shares;
    private final Approvals approvals;
    private final Documents documents;
    private final Requests requests;
    private final SharedPage page;
    private final Visits visits;
    private final String style;

    SharedPageController(
            Shares shares,
            Approvals approvals,
            Documents documents,
            Requests requests,
            SharedPage page,
            Visits visits,
            @Value("classpath:sharing/page.css") Resource style)
            throws IOException {
        this.shares = shares;
        this.approvals = approvals;
        this.documents = documents;
        this.requests = requests;
        this.page = page;
        this.visits = visits;
        this.style = style.getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping(path = "/shared/{token}", produces = HTML)
    ResponseEntity<String> show(@PathVariable String token, HttpServletRequest call) {
        if (!visits.allows(call.getRemoteAddr())) {
            return answer(HttpStatus.TOO_MANY_REQUESTS, page.notice(accepted(call), "busy"));
        }
        try {
            return shares.at(token).map(share -> show(share, call)).orElseGet(() -> gone(call));
        } catch (NotApproved e) {
            LOG.error("A shared page is not shown: {}", e.getMessage());
            return gone(call);
        } catch (UncheckedIOException e) {
            LOG.warn("The document of a shared page could not be read", e);
            return answer(HttpStatus.SERVICE_UNAVAILABLE, page.notice(accepted(call), "busy"));
        }
    }

    /** A link that a phone cut short or made longer. */
    @GetMapping(
            path = {"/shared", "/shared/**"},
            produces = HTML)
    ResponseEntity<String> gone(HttpServletRequest call) {
        return answer(HttpStatus.NOT_FOUND, page.notice(accepted(call), "gone"));
    }

    @GetMapping(path = "/shared/page.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> style() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(style);
    }

    private ResponseEntity<String> show(Share share, HttpServletRequest call) {
        var markdown = documents.text(share.version());
        approvals.require(share.approvalId(), Purpose.SHARED_PRD, share.requestId(), markdown);
        var request = requests.get(share.requestId());
        var words = new FrameWords(request.language());
        var html = page.document(
                words,
                request.title(),
                share.n(),
                words.date(share.sharedAt()),
                words.date(share.expiresAt()),
                markdown);
        if (HttpMethod.GET.matches(call.getMethod())) {
            shares.viewed(share);
        }
        return answer(HttpStatus.OK, html);
    }

    private static FrameWords accepted(HttpServletRequest call) {
        var languages = call.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        return languages == null ? new FrameWords(null) : FrameWords.accepted(languages);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(HTML))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(html);
    }
}
