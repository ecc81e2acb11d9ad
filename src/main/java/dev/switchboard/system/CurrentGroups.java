package dev.switchboard.system;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session lasts a working day; a right that was taken away, or a user who was deleted, ends within seconds. */
class CurrentGroups extends OncePerRequestFilter {

    static final Duration TRUSTED_FOR = Duration.ofSeconds(10);
    private static final String CHECKED_AT = CurrentGroups.class.getName();

    private final StaffDirectory directory;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    CurrentGroups(StaffDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = SecurityContextHolder.getContext().getAuthentication();
        var session = request.getSession(false);
        if (session != null && new AuthenticationTrustResolverImpl().isAuthenticated(user)) {
            var now = clock.millis();
            if (!(session.getAttribute(CHECKED_AT) instanceof Long at) || now - at >= TRUSTED_FOR.toMillis()) {
                session.setAttribute(CHECKED_AT, now);
                var current = AuthorityUtils.createAuthorityList(directory.groupsOf(user.getName()));
                if (!new HashSet<>(current).equals(new HashSet<>(user.getAuthorities()))) {
                    var context = new SecurityContextImpl(
                            UsernamePasswordAuthenticationToken.authenticated(user.getPrincipal(), null, current));
                    SecurityContextHolder.setContext(context);
                    sessions.saveContext(context, request, response);
                }
            }
        }
        chain.doFilter(request, response);
    }
}
