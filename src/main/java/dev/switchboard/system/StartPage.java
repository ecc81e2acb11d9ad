package dev.switchboard.system;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Without a dashboard in the jar, staff start in Tasklist. */
@Configuration
class StartPage implements WebMvcConfigurer {

    private final Resource dashboard;

    StartPage(@Value("classpath:static/index.html") Resource dashboard) {
        this.dashboard = dashboard;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        if (!dashboard.exists()) {
            views.addRedirectViewController("/", "/camunda/app/tasklist/");
        }
    }
}
