package dev.switchboard.triage;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads the models in the background once the application answers, so that neither its start nor the first text waits. */
@Component
class WarmUp {

    private final OfflineClassifier classifier;

    WarmUp(OfflineClassifier classifier) {
        this.classifier = classifier;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread thread = new Thread(classifier::warmUp, "classifier-warm-up");
        // A stop right after the start doesn't wait for models
        thread.setDaemon(true);
        thread.start();
    }
}
