package dev.switchboard.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;

/** Errors that the container finds before our code is asked, such as a malformed address: a problem and no page. */
final class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = """
                {"type":"about:blank","status":%d,"detail":"The request cannot be read: its address or a header is \
                malformed."}""".formatted(response.getStatus());
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(problem);
            response.finishResponse();
        } catch (IOException e) {
            containerLog.debug("The caller has gone", e);
        }
    }
}
