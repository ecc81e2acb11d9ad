package dev.switchboard.dossier;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** How an archive is offered to a browser or a program. */
final class Zip {

    static final String TYPE = "application/zip";

    private Zip() {}

    static void headers(HttpServletResponse response, String fileName) {
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
