package dev.switchboard.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says beside the resources: who may call, and what every error looks like. */
@Configuration
class ApiDescription {

    static {
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>());
    }

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Switchboard")
                        .version("1")
                        .description("Lists are pages: hand nextCursor back as cursor. Times are RFC 3339 in UTC."))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")
                                        .description("Signed in at /login; whatever changes something needs the "
                                                + "cookie XSRF-TOKEN's value in the header X-XSRF-TOKEN."))
                        .addSchemas(
                                "Problem",
                                new ObjectSchema()
                                        .description("RFC 9457")
                                        .addProperty("type", new StringSchema())
                                        .addProperty("title", new StringSchema())
                                        .addProperty("status", new Schema<>().type("integer"))
                                        .addProperty("detail", new StringSchema().description("a sentence to act on"))
                                        .addProperty("instance", new StringSchema())))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> api.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> operation.getResponses().addApiResponse("default", problem())));
    }

    /** A record inside another class carries that class's name too: there are several that are called Contact. */
    @Bean
    ModelResolver namesOfSchemas(ObjectMapper json) {
        return new ModelResolver(json, new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, java.util.Set<Options> options) {
                var outer = type.getEnclosingClass();
                var name = super.nameForClass(type, options);
                return outer == null ? name : outer.getSimpleName().replace("Controller", "") + name;
            }
        });
    }

    private static ApiResponse problem() {
        var schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description("refused; the detail says what to do")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }
}
