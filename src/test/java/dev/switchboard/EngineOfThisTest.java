package dev.switchboard;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The engine's REST API and web applications find their engine by name in one register per JVM, and every program that
 * tests start, or close, overwrites the name "default" in it.
 */
final class EngineOfThisTest implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        ProcessEngines.registerProcessEngine(
                SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
    }
}
