package dev.switchboard.ai;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Threads for what is asked at once; they grow with it, and {@link LanguageModel} bounds that. */
@Component
class ModelThreads implements DisposableBean {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "model-call");
        thread.setDaemon(true);
        return thread;
    });

    /** @throws java.util.concurrent.RejectedExecutionException once the program stops, so that the step runs again later */
    <T> Future<T> submit(Supplier<T> call) {
        return threads.submit(call::get);
    }

    Executor executor() {
        return threads;
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
