package dev.switchboard.process;

import dev.switchboard.system.SwitchboardProperties;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the user whom the security chains found to the engine's REST API and web applications. */
@Configuration
class EngineSignIn {

    /** After Spring Security's chain, before the engine's own filters. */
    private static final int AFTER_SECURITY = 0;

    EngineSignIn(CamundaBpmProperties engine, SwitchboardProperties properties) {
        engine.getWebapp().getCsrf().setEnableSecureCookie(properties.https());
    }

    @Bean
    FilterRegistrationBean<EngineRestUserFilter> engineRestUser(IdentityService identity) {
        var registration = new FilterRegistrationBean<>(new EngineRestUserFilter(identity));
        registration.addUrlPatterns("/engine-rest/*", "/api/tasks/*", "/api/incidents/*", "/api/processes/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineWebUser() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", SignedInUser.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
