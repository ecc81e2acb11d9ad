package dev.switchboard.ai;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.anthropic.api.AnthropicApi;
import org.springframework.ai.ollama.OllamaChatModel;
import org.springframework.ai.ollama.api.OllamaApi;
import org.springframework.ai.ollama.api.OllamaChatOptions;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;
import org.springframework.ai.openai.api.OpenAiApi;
import org.springframework.ai.openai.api.ResponseFormat;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.retry.support.RetryTemplate;
import org.springframework.web.client.RestClient;

/** Builds the vendors' chat models by hand: the starters would configure themselves, with retries of their own. */
final class Vendors {

    static final String DEFAULT_OPENAI = "gpt-4.1-mini";
    static final String DEFAULT_ANTHROPIC = "claude-sonnet-4-5";
    static final String DEFAULT_OLLAMA = "llama3.1";

    /** Anthropic wants a limit; a PRD of 20,000 characters fits. */
    private static final int MOST_TOKENS = 8_192;

    private Vendors() {}

    static Vendor openAi(Account account, String model, Duration connectTimeout) {
        var api = OpenAiApi.builder()
                .baseUrl(account.baseUrl())
                // The base ends in /v1, as OpenAI's own SDKs take it
                .completionsPath("/chat/completions")
                .apiKey(account.apiKey())
                .restClientBuilder(http(connectTimeout))
                .responseErrorHandler(new VendorErrors(account))
                .build();
        var chat = OpenAiChatModel.builder()
                .openAiApi(api)
                .defaultOptions(OpenAiChatOptions.builder().model(model).build())
                .retryTemplate(once())
                .build();
        return new Vendor("openai", model, chat, prompt -> OpenAiChatOptions.builder()
                .model(model)
                .responseFormat(ResponseFormat.builder()
                        .type(ResponseFormat.Type.JSON_SCHEMA)
                        .jsonSchema(ResponseFormat.JsonSchema.builder()
                                .name(prompt.purpose())
                                .schema(prompt.schema())
                                .strict(true)
                                .build())
                        .build())
                .build());
    }

    /** Its structured output is a beta of some models; the schema in the prompt serves all of them. */
    static Vendor anthropic(Account account, String model, Duration connectTimeout) {
        var api = AnthropicApi.builder()
                .baseUrl(account.baseUrl())
                .apiKey(account.apiKey())
                .restClientBuilder(http(connectTimeout))
                .responseErrorHandler(new VendorErrors(account))
                .build();
        var options = AnthropicChatOptions.builder()
                .model(model)
                .maxTokens(MOST_TOKENS)
                .build();
        var chat = AnthropicChatModel.builder()
                .anthropicApi(api)
                .defaultOptions(options)
                .retryTemplate(once())
                .build();
        return new Vendor("anthropic", model, chat, prompt -> options);
    }

    static Vendor ollama(Account account, String model, Duration connectTimeout) {
        var api = OllamaApi.builder()
                .baseUrl(account.baseUrl())
                .restClientBuilder(http(connectTimeout))
                .responseErrorHandler(new VendorErrors(account))
                .build();
        var chat = OllamaChatModel.builder()
                .ollamaApi(api)
                .defaultOptions(OllamaChatOptions.builder().model(model).build())
                .retryTemplate(once())
                .build();
        return new Vendor("ollama", model, chat, prompt -> OllamaChatOptions.builder()
                .model(model)
                .outputSchema(prompt.schema())
                .build());
    }

    /** Time for the whole answer is kept by {@link LanguageModel}, which ends the call's thread. */
    private static RestClient.Builder http(Duration connectTimeout) {
        var client = HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        return RestClient.builder().requestFactory(new JdkClientHttpRequestFactory(client));
    }

    private static RetryTemplate once() {
        return RetryTemplate.builder().maxAttempts(1).build();
    }
}
