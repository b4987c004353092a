package vn.lienthong.signer.validate.xml;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** What stands before "=" in names. Source: RFC 4514 §3, and the keywords of Java, .NET and OpenSSL. */
final class AttributeTypes {
    /** Those that Bouncy Castle has not, or that programs use for two types. */
    private static final Map<String, Set<ASN1ObjectIdentifier>> KEYWORDS = Map.ofEntries(
            Map.entry("sn", Set.of(BCStyle.SURNAME, BCStyle.SERIALNUMBER)),
            Map.entry("s", Set.of(BCStyle.ST)),
            Map.entry("sp", Set.of(BCStyle.ST)),
            Map.entry("stateorprovincename", Set.of(BCStyle.ST)),
            Map.entry("email", Set.of(BCStyle.E)),
            Map.entry("mail", Set.of(BCStyle.E, new ASN1ObjectIdentifier("0.9.2342.19200300.100.1.3"))),
            Map.entry("userid", Set.of(BCStyle.UID)),
            Map.entry("g", Set.of(BCStyle.GIVENNAME)),
            Map.entry("gn", Set.of(BCStyle.GIVENNAME)),
            Map.entry("i", Set.of(BCStyle.INITIALS)),
            Map.entry("title", Set.of(BCStyle.T)),
            Map.entry("commonname", Set.of(BCStyle.CN)),
            Map.entry("countryname", Set.of(BCStyle.C)),
            Map.entry("localityname", Set.of(BCStyle.L)),
            Map.entry("organizationname", Set.of(BCStyle.O)),
            Map.entry("organizationalunitname", Set.of(BCStyle.OU)),
            Map.entry("streetaddress", Set.of(BCStyle.STREET)),
            Map.entry("domaincomponent", Set.of(BCStyle.DC)),
            Map.entry("description", Set.of(new ASN1ObjectIdentifier("2.5.4.13"))),
            Map.entry("organizationidentifier", Set.of(new ASN1ObjectIdentifier("2.5.4.97"))),
            Map.entry("phone", Set.of(BCStyle.TELEPHONE_NUMBER)));

    private AttributeTypes() {}

    /**
     * The types that a keyword, or an object identifier with "OID." or without, may mean.
     *
     * @throws IllegalArgumentException if it means none
     */
    static Set<ASN1ObjectIdentifier> named(String type) {
        Set<ASN1ObjectIdentifier> known = KEYWORDS.get(type.toLowerCase(Locale.ROOT));
        return known == null ? Set.of(BCStyle.INSTANCE.attrNameToOID(type)) : known;
    }
}
