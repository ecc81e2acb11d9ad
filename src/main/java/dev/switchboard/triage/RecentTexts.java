package dev.switchboard.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Remembers the vectors of the last few texts, so that heads asked at the same moment share one computation. */
final class RecentTexts {

    private static final int CAPACITY = 64;

    private final Function<String, SparseVector> compute;
    private final Map<String, CompletableFuture<SparseVector>> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<SparseVector>> eldest) {
            return size() > CAPACITY;
        }
    };

    RecentTexts(Function<String, SparseVector> compute) {
        this.compute = compute;
    }

    SparseVector vector(String cleaned) {
        CompletableFuture<SparseVector> mine = new CompletableFuture<>();
        CompletableFuture<SparseVector> earlier;
        synchronized (recent) {
            earlier = recent.putIfAbsent(cleaned, mine);
        }
        return earlier == null ? complete(cleaned, mine) : await(earlier);
    }

    /** A failure reaches those who wait for it, and the next caller tries again. */
    private SparseVector complete(String cleaned, CompletableFuture<SparseVector> mine) {
        try {
            SparseVector vector = compute.apply(cleaned);
            mine.complete(vector);
            return vector;
        } catch (RuntimeException | Error e) {
            synchronized (recent) {
                recent.remove(cleaned, mine);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static SparseVector await(CompletableFuture<SparseVector> earlier) {
        try {
            return earlier.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The text's features could not be computed", e.getCause());
        }
    }
}
