package io.counterfoil.common.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says which addresses a URL may be called at. What it returns is what must be connected to: a name that is looked up once
 * more could answer otherwise then.
 */
@ApplicationScoped
class AddressGuard {

    /** Hosts that may be private and without TLS, parted by commas; a local stack names {@code localhost}. */
    @Inject
    @ConfigProperty(name = "webhook.private.hosts", defaultValue = "none")
    String privateHosts;

    /**
     * @throws AddressNotAllowed unless every address of the host is public and the way is TLS
     * @throws UnknownHostException when nobody knows the host now
     */
    List<InetAddress> addresses(URI url) throws UnknownHostException {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new AddressNotAllowed("The address names no host, or names more than an address");
        }
        boolean known = Arrays.asList(privateHosts.split(" *, *")).contains(host);
        if (!"https".equals(url.getScheme()) && !(known && "http".equals(url.getScheme()))) {
            throw new AddressNotAllowed("The address of host '" + host + "' is not https");
        }
        List<InetAddress> found = List.of(InetAddress.getAllByName(host));
        if (!known && !found.stream().allMatch(PublicAddress::is)) {
            throw new AddressNotAllowed("Host '" + host + "' is not public");
        }
        return found;
    }
}
