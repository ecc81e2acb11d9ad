package dev.switchboard.channel;

/** The edge to whoever holds the files of an inbound message: Twilio, or the simulated phone. */
public interface MediaSource {

    /** Bytes of one file; what Twilio sends and takes at most. Source: Twilio, "Accepted content types for media". */
    int LARGEST = 5 * 1024 * 1024;

    /** @param contentType as its holder names it now; null when it does not */
    record File(byte[] bytes, String contentType) {}

    /**
     * @throws Refused when another attempt could not end better; any other exception means that it could
     */
    File fetch(String source);

    /** We do not take this file. The message is for people and never holds an address with a signature in it. */
    final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String sentence) {
            super(sentence);
        }
    }
}
