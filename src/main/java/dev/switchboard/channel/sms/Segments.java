package dev.switchboard.channel.sms;

import dev.switchboard.channel.SmsGateway.Parts;

/**
 * In how many parts a text travels, which is what a carrier charges. Source: 3GPP TS 23.038 (GSM 7-bit default alphabet,
 * tables 6.2.1 and 6.2.1.1, and UCS-2) and TS 23.040 (the header of a part); the same numbers as in Twilio's "SMS
 * Character Limit". A messaging service with smart encoding may need fewer: this is the number without it.
 */
record Segments(Encoding encoding, int count) {

    enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int inPart;

        Encoding(int alone, int inPart) {
            this.alone = alone;
            this.inPart = inPart;
        }
    }

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    /** Each takes an escape and a second septet. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    Parts parts() {
        return new Parts(encoding.name().replace('_', '-'), count);
    }

    /** An empty body is sent as one part. */
    static Segments of(String body) {
        var gsm = body.codePoints().allMatch(c -> gsmUnits(c) > 0);
        var encoding = gsm ? Encoding.GSM_7 : Encoding.UCS_2;
        var units = body.codePoints()
                .map(c -> gsm ? gsmUnits(c) : Character.charCount(c))
                .toArray();
        var total = 0;
        for (var unit : units) {
            total += unit;
        }
        return new Segments(encoding, total <= encoding.alone ? 1 : parts(units, encoding.inPart));
    }

    /** What takes two units never lies across two parts. */
    private static int parts(int[] units, int room) {
        var parts = 1;
        var used = 0;
        for (var unit : units) {
            if (used + unit > room) {
                parts++;
                used = 0;
            }
            used += unit;
        }
        return parts;
    }

    private static int gsmUnits(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return EXTENSION.indexOf(character) >= 0 ? 2 : 0;
    }
}
