package dev.switchboard.system;

import com.fasterxml.jackson.databind.DeserializationFeature;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A field that nobody reads is a mistake its writer wants to hear of. Only for what comes in: what other programs answer
 * us may grow new fields.
 */
@Configuration
class StrictBodies implements WebMvcConfigurer {

    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.replaceAll(converter -> converter.getClass() == MappingJackson2HttpMessageConverter.class
                ? strict((MappingJackson2HttpMessageConverter) converter)
                : converter);
    }

    private static HttpMessageConverter<?> strict(MappingJackson2HttpMessageConverter lenient) {
        var json = lenient.getObjectMapper().copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new MappingJackson2HttpMessageConverter(json);
    }
}
