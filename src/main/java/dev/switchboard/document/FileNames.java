package dev.switchboard.document;

import java.util.Map;

/** What a downloaded version is called: its title and number, with the ending that opens it in the right program. */
final class FileNames {

    private static final int LONGEST = 60;
    private static final Map<String, String> ENDINGS = Map.of(
            "text/markdown", "md",
            "text/plain", "txt",
            "text/csv", "csv",
            "application/pdf", "pdf",
            "image/jpeg", "jpg",
            "image/png", "png",
            "image/gif", "gif",
            "image/webp", "webp",
            "video/mp4", "mp4",
            "audio/mpeg", "mp3");

    private FileNames() {}

    static String of(String id, String title, int n, String contentType) {
        var dot = title.lastIndexOf('.');
        var own = dot > 0 && title.substring(dot + 1).matches("[A-Za-z0-9]{1,5}") ? title.substring(dot + 1) : "";
        var ending = own.isEmpty() ? ENDINGS.getOrDefault(contentType.split(";")[0].strip(), "") : own;
        var name = plain(own.isEmpty() ? title : title.substring(0, dot));
        return (name.isEmpty() ? id : name) + "-v" + n + (ending.isEmpty() ? "" : "." + ending);
    }

    /** Letters and digits of any script; what a file system or a header may take amiss is a hyphen. */
    private static String plain(String title) {
        var words = title.strip().replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-");
        var end = words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length())));
        return words.substring(0, end).replaceAll("^-+|-+$", "");
    }
}
