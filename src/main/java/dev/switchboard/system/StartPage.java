package dev.switchboard.system;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** The dashboard: one page that finds its own way by the path. Without it in the jar, staff start in Tasklist. */
@Configuration
class StartPage implements WebMvcConfigurer {

    private static final String STATIC = "classpath:/static/";

    /** First parts of paths that are somebody else's: what is not there must answer 404, not the dashboard. */
    private static final List<String> NOT_OURS = List.of(
            "api",
            "engine-rest",
            "camunda",
            "webjars",
            "assets",
            "webhooks",
            "shared",
            "actuator",
            "v3",
            "login",
            "logout",
            "error");

    private final Resource dashboard;

    StartPage(@Value("classpath:static/index.html") Resource dashboard) {
        this.dashboard = dashboard;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        if (dashboard.exists()) {
            views.addViewController("/").setViewName("forward:/index.html");
        } else {
            views.addRedirectViewController("/", "/camunda/app/tasklist/");
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry resources) {
        if (dashboard.exists()) {
            // Their names change with their content
            resources
                    .addResourceHandler("/assets/**")
                    .addResourceLocations(STATIC + "assets/")
                    .setCacheControl(CacheControl.maxAge(Duration.ofDays(365))
                            .cachePublic()
                            .immutable());
            resources
                    .addResourceHandler("/**")
                    .addResourceLocations(STATIC)
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false)
                    .addResolver(new PageOrFile());
        }
    }

    /** A path without a file behind it is a page of the dashboard. */
    private final class PageOrFile extends PathResourceResolver {

        @Override
        protected Resource getResource(String path, Resource location) throws IOException {
            var file = super.getResource(path, location);
            var page = !path.contains(".") && !NOT_OURS.contains(path.replaceFirst("/.*", ""));
            return file == null && page ? dashboard : file;
        }
    }
}
