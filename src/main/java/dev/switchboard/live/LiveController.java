package dev.switchboard.live;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events named {@code change}. */
@RestController
class LiveController {

    private final LiveFeed feed;

    LiveController(LiveFeed feed) {
        this.feed = feed;
    }

    @Hidden
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> stream(Principal user) {
        return ResponseEntity.ok()
                // nginx would hold the events back until its buffer is full
                .header("X-Accel-Buffering", "no")
                .body(feed.listen(user.getName()));
    }
}
