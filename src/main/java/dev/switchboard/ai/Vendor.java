package dev.switchboard.ai;

import java.util.List;
import java.util.function.Function;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;

/**
 * Who is asked: a vendor's model, or nobody outside this process.
 *
 * @param model as it is asked for
 * @param chat null when there is no language model
 * @param options for one prompt: the vendor's way to ask for JSON of its schema
 */
record Vendor(String provider, String model, ChatModel chat, Function<PromptFile, ChatOptions> options) {

    static final Vendor NONE = new Vendor(AiProperties.OFFLINE, null, null, null);

    /**
     * @param text what the model said; empty when it said nothing
     * @param model as the vendor names it in the answer
     * @param inputTokens null when the vendor did not say
     * @param cut whether the vendor stopped before the end
     */
    record Reply(String text, String model, Integer inputTokens, Integer outputTokens, boolean cut) {}

    boolean live() {
        return chat != null;
    }

    /** One call over the network, with no retry of its own. */
    Reply call(PromptFile prompt, Fence fence, String words) {
        var messages = List.of(new SystemMessage(prompt.text(fence)), new UserMessage(words));
        return reply(chat.call(new Prompt(List.copyOf(messages), options.apply(prompt))));
    }

    private Reply reply(ChatResponse response) {
        var metadata = response.getMetadata();
        var usage = metadata.getUsage();
        // No question has no tokens: where a server leaves them out, some clients say zero
        var counted = usage != null && usage.getPromptTokens() != null && usage.getPromptTokens() > 0;
        var result = response.getResult();
        var text = result == null ? null : result.getOutput().getText();
        var reason = result == null ? null : result.getMetadata().getFinishReason();
        var name = metadata.getModel();
        return new Reply(
                text == null ? "" : text,
                name == null || name.isBlank() ? model : name,
                counted ? usage.getPromptTokens() : null,
                counted ? usage.getCompletionTokens() : null,
                "length".equalsIgnoreCase(reason) || "max_tokens".equalsIgnoreCase(reason));
    }
}
