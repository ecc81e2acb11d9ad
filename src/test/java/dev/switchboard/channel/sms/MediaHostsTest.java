package dev.switchboard.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.channel.MediaSource.Refused;
import dev.switchboard.channel.sms.MediaHosts.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaHostsTest {

    private static final String MEDIA = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";

    private final MediaHosts live = hosts("https://api.twilio.com");

    private static MediaHosts hosts(String api) {
        return MediaHosts.of(new TwilioProperties("AC1", "token", "+15550109000", null, api, Duration.ofSeconds(10)));
    }

    @Test
    void ourCredentialsGoToTwiliosApiOrToTheOneThatTheOwnerNamed() {
        var url = "https://api.twilio.com" + MEDIA + "?x=1";
        assertThat(live.start(url)).hasToString(url);
        assertThat(live.start("https://api.twilio.com:443" + MEDIA).getHost()).isEqualTo("api.twilio.com");
        var owners = hosts("http://127.0.0.1:9999/twilio/");
        assertThat(owners.start(url)).hasToString("http://127.0.0.1:9999/twilio" + MEDIA + "?x=1");
        assertThat(owners.start("http://127.0.0.1:9999" + MEDIA)).hasToString("http://127.0.0.1:9999" + MEDIA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no address",
                "/2010-04-01",
                "http://api.twilio.com/x",
                "https://api.twilio.com:8443/x",
                "https://api.twilio.com.example.org/x",
                "https://api.twilio.com@example.org/x",
                "https://user@api.twilio.com/x",
                "https://example.org/api.twilio.com",
                "https://mms.twiliocdn.com/x",
                "https://127.0.0.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/x",
                "file:///etc/passwd",
                "data:image/png;base64,AAAA",
                "https://api.twilio.com\\@example.org/x",
            })
    void nobodyElseGetsThem(String url) {
        assertThatThrownBy(() -> live.start(url)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mms.twiliocdn.com/x",
                "https://mms.twiliocdn.com:444/x",
                "https://twiliocdn.com.example.org/x",
                "https://eviltwiliocdn.com/x",
                "https://x@mms.twiliocdn.com/x",
                "https://127.0.0.1/x",
                "//example.org/x",
                "/x",
            })
    void redirectsLeadToTwiliosMediaHostsAlone(String location) {
        var from = URI.create("https://api.twilio.com" + MEDIA);
        assertThatThrownBy(() -> live.redirect(from, location)).isInstanceOf(Refused.class);
        assertThat(live.redirect(from, "https://mms.twiliocdn.com/AC1/x?Signature=y"))
                .hasToString("https://mms.twiliocdn.com/AC1/x?Signature=y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
            })
    void namesOfPrivateMachinesAreNotResolved(String address) throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName(address))).isTrue();
        var dns = new PublicAddresses(URI.create("https://api.twilio.com"));
        assertThatThrownBy(() -> dns.resolve(address)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void theOwnersOwnMachineIs() throws Exception {
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName("3.120.0.1")))
                .isFalse();
        assertThat(PublicAddresses.isPrivate(InetAddress.getByName("2600:9000::1")))
                .isFalse();
        assertThat(new PublicAddresses(URI.create("http://127.0.0.1:9999")).resolve("127.0.0.1"))
                .hasSize(1);
    }
}
