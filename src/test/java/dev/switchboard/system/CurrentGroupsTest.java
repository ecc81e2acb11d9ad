package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class CurrentGroupsTest {

    private static final Instant SIGN_IN = Instant.parse("2026-01-05T09:00:00Z");

    private final MockHttpSession session = new MockHttpSession();
    private List<String> groups = List.of(Groups.TRIAGE);

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRightThatWasTakenAwayEndsWithinSeconds() throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "tess", null, AuthorityUtils.createAuthorityList(Groups.TRIAGE)));
        assertThat(authoritiesAt(SIGN_IN)).containsExactly(Groups.TRIAGE);
        groups = List.of();
        assertThat(authoritiesAt(SIGN_IN.plusSeconds(9))).containsExactly(Groups.TRIAGE);
        assertThat(authoritiesAt(SIGN_IN.plus(CurrentGroups.TRUSTED_FOR))).isEmpty();
        groups = List.of(Groups.LEADS);
        assertThat(authoritiesAt(SIGN_IN.plusSeconds(30))).containsExactly(Groups.LEADS);
    }

    private List<String> authoritiesAt(Instant now) throws Exception {
        var request = new MockHttpServletRequest();
        request.setSession(session);
        new CurrentGroups(user -> groups, Clock.fixed(now, ZoneOffset.UTC))
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return SecurityContextHolder.getContext().getAuthentication().getAuthorities().stream()
                .map(Object::toString)
                .toList();
    }
}
