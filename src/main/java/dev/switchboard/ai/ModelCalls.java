package dev.switchboard.ai;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ModelCalls {

    /** @param outcome {@code answered}; a later provider adds its own ways to fail */
    record ModelCall(
            String idempotencyKey,
            String requestId,
            String purpose,
            String provider,
            String model,
            String promptVersion,
            String input,
            String output,
            String outcome,
            Integer inputTokens,
            Integer outputTokens,
            Double costUsd,
            long latencyMs,
            Instant at) {}

    @Insert("""
            insert into model_call (idempotency_key, request_id, purpose, provider, model, prompt_version, input,
                                    output, outcome, input_tokens, output_tokens, cost_usd, latency_ms, at)
            values (#{idempotencyKey}, #{requestId}, #{purpose}, #{provider}, #{model}, #{promptVersion}, #{input},
                    #{output}, #{outcome}, #{inputTokens}, #{outputTokens}, #{costUsd}, #{latencyMs}, #{at})
            on conflict (idempotency_key) do nothing
            """)
    void insert(ModelCall call);

    @Select("select * from model_call where idempotency_key = #{key}")
    ModelCall find(String key);
}
