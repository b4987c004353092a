package vn.lienthong.exchange.boundary.door;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for: an IPv4 address for itself, an IPv6 one for the /64 that one subscriber has (RFC 6177). */
public final class SourceAddress {
    private static final int NETWORK = 8;

    private SourceAddress() {}

    public static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address long6
                    ? HexFormat.of().formatHex(Arrays.copyOf(long6.getAddress(), NETWORK))
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}
