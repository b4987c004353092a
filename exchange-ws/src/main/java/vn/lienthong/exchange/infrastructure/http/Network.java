package vn.lienthong.exchange.infrastructure.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of addresses, such as {@code 10.20.0.0/16} or {@code fd00:1::/32}. Source: RFC 4632, RFC 4291 section 2.3. */
public final class Network {
    /** Digits alone: a name would be looked up. */
    private static final Pattern FORM = Pattern.compile("([0-9.]{7,15}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)/(\\d{1,3})");

    private final byte[] prefix;
    private final int bits;

    private Network(byte[] prefix, int bits) {
        this.prefix = prefix;
        this.bits = bits;
    }

    /** @throws IllegalArgumentException if the text is no block, or has bits behind its prefix */
    public static Network parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        try {
            byte[] octets = InetAddress.getByName(parts.group(1)).getAddress();
            int bits = Integer.parseInt(parts.group(2));
            Network network = new Network(octets, bits);
            if (bits > octets.length * Byte.SIZE || !Arrays.equals(octets, network.masked(octets))) {
                throw new IllegalArgumentException("not a network: " + text);
            }
            return network;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a network: " + text, e);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == prefix.length && Arrays.equals(masked(octets), prefix);
    }

    private byte[] masked(byte[] octets) {
        byte[] masked = octets.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        return masked;
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/" + bits;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
