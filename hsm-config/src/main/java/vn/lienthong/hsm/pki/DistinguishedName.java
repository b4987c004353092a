package vn.lienthong.hsm.pki;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/**
 * Who a certificate speaks of. Every text is a UTF8String, for Vietnamese has no other home; the country is Vietnam.
 *
 * @param commonName the person, agency or machine
 * @param title the office that a person holds, or null
 * @param organization the agency
 *
 * <p>Source: RFC 5280 §4.1.2.4 and §4.1.2.6; Decree 68/2024/NĐ-CP Art. 7.
 */
public record DistinguishedName(String commonName, @Nullable String title, String organization) {

    /** Country first, common name last, as certificates are written; text forms show them the other way round. */
    public X500Name encoded() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.C, new DERPrintableString("VN"));
        add(name, BCStyle.O, organization);
        if (title != null) {
            add(name, BCStyle.T, title);
        }
        add(name, BCStyle.CN, commonName);
        return name.build();
    }

    private static void add(X500NameBuilder name, ASN1ObjectIdentifier type, String text) {
        name.addRDN(type, new DERUTF8String(text));
    }
}
