package dev.switchboard.crm;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.switchboard.system.CannotStart;
import dev.switchboard.system.Problem;
import dev.switchboard.system.SwitchboardProperties;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Numbers are kept in E.164 ({@code +15550100001}); people may type them as they are used to. */
@Component
public class PhoneNumbers {

    private final PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    private final String defaultRegion;

    PhoneNumbers(SwitchboardProperties properties) {
        this.defaultRegion = properties.defaultRegion().strip().toUpperCase(Locale.ROOT);
        if (!util.getSupportedRegions().contains(defaultRegion)) {
            throw new CannotStart("SWITCHBOARD_DEFAULT_REGION is \"" + properties.defaultRegion()
                    + "\": set it to a country's two letters, such as US or DE.");
        }
    }

    /**
     * The E.164 form. A number that is possible is taken even where it is not assigned: test and film numbers such as
     * +1 555 01xx are, and an operator's numbering plan changes faster than the library.
     *
     * @throws Problem 400 when the text is no telephone number
     */
    public String e164(String typed) {
        try {
            var number = util.parse(typed, defaultRegion);
            if (util.isPossibleNumber(number)) {
                return util.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            throw notANumber(typed);
        }
        throw notANumber(typed);
    }

    /** Whether a sender can be somebody's number: short codes and names, such as banks text from, cannot. */
    public boolean isNumber(String address) {
        try {
            return util.isPossibleNumber(util.parse(address, defaultRegion));
        } catch (NumberParseException e) {
            return false;
        }
    }

    private static Problem notANumber(String typed) {
        return Problem.badRequest("\"" + typed + "\" is not a telephone number; write it like +1 555 010 0001.");
    }
}
