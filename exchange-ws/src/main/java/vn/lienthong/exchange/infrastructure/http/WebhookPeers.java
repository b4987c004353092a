package vn.lienthong.exchange.infrastructure.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import vn.lienthong.signer.revocation.PublicAddress;

/**
 * Where webhooks may lie: in the public internet, and in the internal networks that the operator names. Only there may an
 * address be of plain HTTP.
 */
public record WebhookPeers(List<Network> internal) {
    private static final int LONGEST = 2_000;
    private static final int LARGEST_PORT = 65_535;

    public WebhookPeers {
        internal = List.copyOf(internal);
    }

    /** Whether an address of this form may be called, wherever its name leads. */
    boolean isPossible(URI address) {
        String scheme = address.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme) && !internal.isEmpty();
        return web
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && address.getPort() != 0
                && address.getPort() <= LARGEST_PORT
                && address.toString().length() <= LONGEST
                && address.toString().chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /**
     * The addresses that the host has now, each of which may be called: who connects, connects to one of these.
     *
     * @throws RefusedAddressException if one of them may not
     */
    List<InetAddress> resolved(URI address) throws UnknownHostException, RefusedAddressException {
        String host = address.getHost();
        InetAddress[] all = InetAddress.getAllByName(host);
        boolean plain = "http".equals(address.getScheme());
        for (InetAddress one : all) {
            boolean named = internal.stream().anyMatch(network -> network.contains(one));
            if (!named && (plain || !PublicAddress.is(one))) {
                throw new RefusedAddressException();
            }
        }
        return List.of(all);
    }

    /** An address leads where webhooks may not lie. */
    static final class RefusedAddressException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
