package dev.switchboard.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys {@code processes/} and {@code forms/} together at start-up, under names that do not depend on where the
 * program lies. Nothing is deployed when nothing changed, so what a process owner deployed since stays the newest
 * version; a diagram that fails the check stops the start.
 */
@Component
class ProcessDeployer implements SmartInitializingSingleton {

    private static final String[] PATTERNS = {
        "classpath*:processes/*.bpmn", "classpath*:processes/*.dmn", "classpath*:forms/*.form"
    };

    private final RepositoryService repository;
    private final ResourcePatternResolver resources;

    ProcessDeployer(RepositoryService repository, ResourcePatternResolver resources) {
        this.repository = repository;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var deployment = repository.createDeployment().name("switchboard").source("switchboard");
        try {
            for (var pattern : PATTERNS) {
                for (var resource : resources.getResources(pattern)) {
                    try (var stream = resource.getInputStream()) {
                        deployment.addInputStream(resource.getFilename(), stream);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own diagrams cannot be read", e);
        }
        // A form is bound to its own deployment, so a change of one file must bring all of them
        deployment.enableDuplicateFiltering(false).deploy();
    }
}
