package vn.lienthong.exchange.boundary.text;

import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** Names in certificates as people read them. */
public final class CertificateNames {
    /** RFC 4514 asks for these in hexadecimal, as it names no keyword for them; that is no name that a person could check. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "2.5.4.5", "serialNumber",
            "2.5.4.12", "title",
            "2.5.4.97", "organizationIdentifier");

    private CertificateNames() {}

    /** The name in the form of RFC 4514, with the keywords of X.520 for what officials' certificates hold besides. */
    public static String of(X500Principal name) {
        return name.getName(X500Principal.RFC2253, KEYWORDS);
    }
}
