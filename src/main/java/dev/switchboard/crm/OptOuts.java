package dev.switchboard.crm;

import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Hashes;
import dev.switchboard.system.SecretFile;
import dev.switchboard.system.SwitchboardProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Who opted out and was erased afterwards must not get texts again because we forgot. The number is gone; an HMAC of it
 * stays, whose key lies in a file: whoever has the database alone cannot try all numbers.
 */
@Component
public class OptOuts implements SmartInitializingSingleton {

    private static final String KEY_FILE = "opt-out-key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_ID_LENGTH = 16;

    private final OptOutRows rows;
    private final SecretFile file;
    private final Clock clock;

    OptOuts(OptOutRows rows, SwitchboardProperties properties, Clock clock) {
        this.rows = rows;
        this.file = new SecretFile(properties.dataDir().resolve(KEY_FILE));
        this.clock = clock;
    }

    /** An address that is about to be forgotten: its opt-out, if that is what holds, is kept. */
    public void keep(String channel, String address, Consent consent) {
        var hash = hash(channel, address);
        if (consent == Consent.WITHDRAWN) {
            rows.insert(hash, keyId(), clock.instant());
        } else {
            rows.delete(hash);
        }
    }

    /** Whether someone who was erased had opted out at this address. */
    boolean remembers(String channel, String address) {
        return rows.any() && rows.exists(hash(channel, address));
    }

    /** Without its key no opt-out would be recognised, and nobody would notice. */
    @Override
    public void afterSingletonsInstantiated() {
        if (rows.any() && (!file.exists() || rows.otherKeys(keyId()))) {
            throw new CannotStart(file.path() + " is missing or not the file that was there: it holds the key by which"
                    + " opt-outs of erased clients are recognised. Bring it back from a backup; every node needs the"
                    + " same one.");
        }
    }

    private String hash(String channel, String address) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(file.bytes(), ALGORITHM));
            var text = channel + ":" + address;
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private String keyId() {
        return Hashes.sha256(file.bytes()).substring(0, KEY_ID_LENGTH);
    }
}
