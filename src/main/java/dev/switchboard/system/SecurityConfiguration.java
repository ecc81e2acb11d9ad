package dev.switchboard.system;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call what: one chain per kind of caller, the first whose paths match decides. Users and groups are the
 * engine's; this class knows authorities only, which are the ids in {@link Groups}.
 */
@Configuration
class SecurityConfiguration {

    private static final String[] STAFF = Groups.ALL.toArray(String[]::new);
    private static final RequestMatcher PROGRAM_PATHS = new OrRequestMatcher(
            path("/api/**"), path("/v3/api-docs/**"), path("/v3/api-docs.yaml"), path("/actuator/**"));
    private static final RequestMatcher ENGINE_SIGN_OUT = PathPatternRequestMatcher.withDefaults()
            .matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'";

    private final boolean https;
    private final CurrentGroups currentGroups;

    SecurityConfiguration(SwitchboardProperties properties, StaffDirectory directory, Clock clock) {
        this.currentGroups = new CurrentGroups(directory, clock);
        this.https = properties.https();
    }

    /** Callers that prove themselves otherwise: webhooks by their signature, share pages by the token in their path. */
    @Bean
    @Order(1)
    SecurityFilterChain openChain(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher(new OrRequestMatcher(path("/webhooks/**"), path("/shared/**"))))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** The engine's REST API: the Modeler deploys here. What a user may do is the engine's authorisation. */
    @Bean
    @Order(2)
    SecurityFilterChain engineRestChain(HttpSecurity http, SignInProblems problems) throws Exception {
        return basic(stateless(http.securityMatcher(path("/engine-rest/**"))), problems)
                .authorizeHttpRequests(requests -> requests
                        // They tell whether a password is right, as often as one likes
                        .requestMatchers(
                                path("/engine-rest/identity/verify"),
                                path("/engine-rest/engine/{engine}/identity/verify"))
                        .denyAll()
                        .anyRequest()
                        .hasAnyAuthority(STAFF))
                .build();
    }

    /** Programs: credentials with every request, no session, hence nothing that another site could abuse. */
    @Bean
    @Order(3)
    SecurityFilterChain programChain(HttpSecurity http, SignInProblems problems) throws Exception {
        return basic(
                        stateless(http.securityMatcher(
                                new AndRequestMatcher(PROGRAM_PATHS, SecurityConfiguration::hasBasicCredentials))),
                        problems)
                .authorizeHttpRequests(SecurityConfiguration::programRights)
                .build();
    }

    /** The dashboard's calls: the session that /login made, and the CSRF token for whatever changes something. */
    @Bean
    @Order(4)
    SecurityFilterChain dashboardChain(HttpSecurity http, SignInProblems problems) throws Exception {
        return forBrowsers(http.securityMatcher(PROGRAM_PATHS))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(SecurityConfiguration::programRights)
                .build();
    }

    /** The engine's web applications, which bring their own CSRF filter and content policy. */
    @Bean
    @Order(5)
    SecurityFilterChain engineWebChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(currentGroups, AuthorizationFilter.class)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(signInPage(), path("/camunda/**")))
                .logout(logout -> logout.logoutRequestMatcher(ENGINE_SIGN_OUT)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .authorizeHttpRequests(requests -> requests
                        // Anyone could make an administrator here whenever the group had no member
                        .requestMatchers(path("/camunda/api/admin/setup/**"))
                        .denyAll()
                        // A second way in beside /login, and one to try passwords
                        .requestMatchers(
                                path("/camunda/api/admin/auth/user/{engine}/login/**"),
                                path("/camunda/api/engine/engine/{engine}/identity/verify"))
                        .denyAll()
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(STAFF))
                .build();
    }

    /** Pages and files, and the one sign-in that all of them share. */
    @Bean
    @Order(6)
    SecurityFilterChain pageChain(HttpSecurity http) throws Exception {
        return forBrowsers(http)
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(signInPage())
                        .accessDeniedHandler((request, response, e) -> response.sendRedirect("/login?refused")))
                .formLogin(form -> form.loginPage("/login").permitAll())
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?left"))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(path("/error"), path("/favicon.ico"))
                                .permitAll()
                                .anyRequest()
                                .hasAnyAuthority(STAFF))
                .build();
    }

    /** After signing in, a person goes on where he or she wanted to go: a page, not the last file that was asked for. */
    private static RequestCache pagesOnly() {
        var pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE));
        return pages;
    }

    @Bean
    WebServerFactoryCustomizer<AbstractServletWebServerFactory> secureSessionCookie() {
        return factory -> {
            if (https) {
                factory.getSession().getCookie().setSecure(true);
            }
        };
    }

    private static void programRights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(path("/actuator/health"), path("/actuator/health/**"))
                .permitAll()
                .requestMatchers(path("/actuator/prometheus"))
                .hasAuthority(Groups.ADMINISTRATORS)
                .requestMatchers(path("/actuator/**"))
                .denyAll()
                // All that is held of a person, at once; and the end of it
                .requestMatchers(path("/api/clients/{id}/export"))
                .hasAnyAuthority(Groups.ACCOUNT, Groups.LEADS, Groups.ADMINISTRATORS)
                .requestMatchers(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.DELETE, "/api/clients/{id}"))
                .hasAnyAuthority(Groups.LEADS, Groups.ADMINISTRATORS)
                .anyRequest()
                .hasAnyAuthority(STAFF);
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable);
    }

    private static HttpSecurity basic(HttpSecurity http, SignInProblems problems) throws Exception {
        return http.httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private HttpSecurity forBrowsers(HttpSecurity http) throws Exception {
        var tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(
                cookie -> cookie.secure(https).sameSite("Lax").path("/"));
        var handler = new CsrfTokenRequestAttributeHandler();
        // Null: the cookie goes out with the first answer, so that the dashboard's script always finds it
        handler.setCsrfRequestAttributeName(null);
        return http.addFilterBefore(currentGroups, AuthorizationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(handler));
    }

    /** On the whole path: a plain string would be matched against the dispatcher servlet's part of it only. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static LoginUrlAuthenticationEntryPoint signInPage() {
        var entryPoint = new LoginUrlAuthenticationEntryPoint("/login");
        // An absolute address would be wrong behind a proxy that speaks https
        entryPoint.setFavorRelativeUris(true);
        return entryPoint;
    }

    private static boolean hasBasicCredentials(HttpServletRequest request) {
        var credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null && credentials.regionMatches(true, 0, "Basic ", 0, 6);
    }
}
