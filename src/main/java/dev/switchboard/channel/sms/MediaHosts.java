package dev.switchboard.channel.sms;

import dev.switchboard.channel.MediaSource.Refused;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Where a message's files may be fetched. The address comes from outside: our credentials go to Twilio's API alone, and
 * nobody makes us call a machine of our own network. Twilio answers with a redirect to its media hosts.
 *
 * @param api base of {@code TWILIO_API_URL}
 * @param mediaHost whether a redirect may be followed there
 * @param dns looked up when the connection is made, so that a name cannot change its meaning after a check
 */
record MediaHosts(URI api, Predicate<URI> mediaHost, DnsResolver dns) {

    private static final URI TWILIO = URI.create("https://api.twilio.com");

    static MediaHosts of(TwilioProperties twilio) {
        var api = URI.create(twilio.apiUrl());
        return new MediaHosts(api, MediaHosts::ofTwiliosMedia, new PublicAddresses(api));
    }

    /** The address to ask with our credentials: Twilio's own means the one that all our calls go to. */
    URI start(String source) {
        var uri = parse(source);
        if (sameOrigin(uri, api)) {
            return uri;
        }
        if (sameOrigin(uri, TWILIO)) {
            var path = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            return URI.create(api.toString().replaceAll("/+$", "") + path);
        }
        throw new Refused("The file does not lie with Twilio: its host is " + uri.getHost() + ".");
    }

    /** The address to ask without credentials. */
    URI redirect(URI from, String location) {
        var uri = from.resolve(parse(location));
        if (!mediaHost.test(uri)) {
            throw new Refused("Twilio sent us to " + uri.getHost() + ", which is none of its media hosts.");
        }
        return uri;
    }

    private static URI parse(String text) {
        try {
            return new URI(text == null ? "" : text);
        } catch (URISyntaxException e) {
            throw new Refused("The file's address is not one.");
        }
    }

    private static boolean ofTwiliosMedia(URI uri) {
        var host = String.valueOf(uri.getHost());
        return "https".equalsIgnoreCase(uri.getScheme())
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && uri.getRawUserInfo() == null
                && host.toLowerCase(Locale.ROOT).endsWith(".twiliocdn.com");
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getHost() != null
                && a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b)
                && a.getRawUserInfo() == null;
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** Refuses names of private machines, except the one that the owner wrote into {@code TWILIO_API_URL}. */
    static final class PublicAddresses implements DnsResolver {

        private final String owners;

        PublicAddresses(URI api) {
            this.owners = sameOrigin(api, TWILIO) ? null : api.getHost();
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            var addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
            if (!host.equalsIgnoreCase(owners)) {
                for (var address : addresses) {
                    if (isPrivate(address)) {
                        throw new UnknownHostException(host + " leads into a private network");
                    }
                }
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
        }

        /** Loopback, link-local, RFC 1918, RFC 6598 (100.64/10), RFC 4193 (fc00::/7), and what is no single machine. */
        static boolean isPrivate(InetAddress address) {
            var bytes = address.getAddress();
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || (address instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc)
                    || (bytes.length == 4 && bytes[0] == 0)
                    || (bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64)
                    || (bytes.length == 4 && (bytes[0] & 0xf0) == 0xf0);
        }
    }
}
