package dev.switchboard.process;

import dev.switchboard.system.StaffDirectory;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Users and groups are the engine's own, also for the dashboard and the API; an authority is a group's id. Whoever
 * guesses waits longer after each wrong password.
 */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider, StaffDirectory {

    private final IdentityService identity;

    private final SignInAttempts attempts;

    EngineAuthenticationProvider(IdentityService identity, SignInAttempts attempts) {
        this.identity = identity;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var userId = attempt.getName();
        var password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        var from = userId
                + (attempt.getDetails() instanceof WebAuthenticationDetails web ? " " + web.getRemoteAddress() : "");
        if (attempts.mustWait(from)) {
            throw new LockedException("too many wrong passwords");
        }
        if (userId.isBlank() || password.isEmpty() || !identity.checkPassword(userId, password)) {
            attempts.failed(from);
            throw new BadCredentialsException("wrong user name or password");
        }
        attempts.succeeded(from);
        return UsernamePasswordAuthenticationToken.authenticated(
                userId, null, AuthorityUtils.createAuthorityList(groupsOf(userId)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public List<String> groupsOf(String userId) {
        return identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList();
    }
}
