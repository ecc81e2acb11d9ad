package dev.switchboard.channel;

import java.util.Locale;
import java.util.Set;

/**
 * What a phone sends: pictures, sound, film, a contact, a date, a PDF. Source: the MMS column of Twilio's "Accepted
 * content types for media", without office documents and without {@code image/svg+xml}, which can hold a program.
 */
final class MediaTypes {

    private static final Set<String> ALLOWED =
            Set.of(("image/jpeg image/jpg image/gif image/png image/bmp image/tiff image/webp image/heic image/heif"
                            + " audio/basic audio/l24 audio/mp4 audio/mpeg audio/mp3 audio/ogg audio/vorbis"
                            + " audio/vnd.rn-realaudio audio/vnd.wave audio/wav audio/x-wav audio/3gpp audio/3gpp2"
                            + " audio/ac3 audio/webm audio/amr-nb audio/amr audio/aac audio/x-m4a"
                            + " video/mpeg video/mpeg4 video/mp4 video/quicktime video/webm video/3gpp video/3gpp2"
                            + " video/3gpp-tt video/h261 video/h263 video/h263-1998 video/h263-2000 video/h264"
                            + " text/vcard text/x-vcard text/directory text/calendar text/csv text/plain"
                            + " application/pdf application/vcard")
                    .split(" "));

    private MediaTypes() {}

    /** {@code Image/JPEG; name="x"} is {@code image/jpeg}. */
    static String bare(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static boolean allowed(String bare) {
        return ALLOWED.contains(bare);
    }
}
