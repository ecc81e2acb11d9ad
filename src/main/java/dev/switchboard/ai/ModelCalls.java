package dev.switchboard.ai;

import java.time.Instant;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface ModelCalls {

    String ANSWERED = "answered";
    String FAILED = "failed";

    /**
     * One call, whatever became of it.
     *
     * @param idempotencyKey of the question; only one of its calls can be the answer
     * @param outcome {@code answered}, or {@code reasked: …} and {@code failed: …} with the reason in words
     * @param inputTokens null when nobody said
     * @param costUsd null when nobody knows
     */
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
            on conflict (idempotency_key) where outcome = 'answered' do nothing
            """)
    void insert(ModelCall call);

    @Select("select * from model_call where idempotency_key = #{key} and outcome = 'answered'")
    ModelCall findAnswer(String key);

    /** Of the last call to this vendor, or null. */
    @Select("select outcome from model_call where provider = #{provider} order by id desc limit 1")
    String lastOutcome(String provider);

    @Select("select coalesce(sum(cost_usd), 0) from model_call where at >= #{since}")
    double spentSince(String since);

    /** How long the request waited in vain: questions of one step are asked at once, so the longest counts. */
    @Select("""
            select coalesce(sum(longest), 0) from (
                select max(waited) as longest from (
                    select substr(idempotency_key, 1, length(idempotency_key) - length(purpose)) as step,
                           sum(latency_ms) as waited
                    from model_call
                    where request_id = #{requestId} and at >= #{since} and outcome <> 'answered'
                    group by idempotency_key, purpose
                ) as question group by step
            ) as step
            """)
    long waitedInVain(@Param("requestId") String requestId, @Param("since") String since);
}
