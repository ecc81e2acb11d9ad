package dev.switchboard.ai;

import dev.switchboard.ai.ModelCalls.ModelCall;
import dev.switchboard.system.Json;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Answers inside this process: at once, for nothing, the same every time. */
@Component
class OfflineModel {

    private final Clock clock;

    OfflineModel(Clock clock) {
        this.clock = clock;
    }

    <I, A> ModelCall answer(Skill<I, A> skill, String key, String requestId, I input) {
        var start = System.nanoTime();
        var output = Json.write(skill.offline().answer().apply(input));
        return new ModelCall(
                key,
                requestId,
                skill.purpose(),
                AiProperties.OFFLINE,
                skill.offline().model(),
                skill.offline().version(),
                Json.write(input),
                output,
                ModelCalls.ANSWERED,
                null,
                null,
                0.0,
                (System.nanoTime() - start) / 1_000_000,
                clock.instant());
    }
}
