package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.token.CertifiedKey;

/** What a field asks of the certificate that signs it. Source: ISO 32000-2 §12.7.5.5, table 238. */
final class CertificateSeed {
    private static final int SUBJECT = 1;
    private static final int ISSUER = 1 << 1;
    private static final int OID = 1 << 2;
    private static final int SUBJECT_DN = 1 << 3;
    private static final int KEY_USAGE = 1 << 5;
    private static final int URL = 1 << 6;
    private static final int KNOWN = SUBJECT | ISSUER | OID | SUBJECT_DN | KEY_USAGE | URL;
    private static final int KEY_USAGES = 9;

    private final SeedDictionary seed;
    private final CertifiedKey key;

    private CertificateSeed(SeedDictionary seed, CertifiedKey key) {
        this.seed = seed;
        this.key = key;
    }

    /** The first required entry that the key's certificate does not meet. */
    static Optional<String> unmet(SeedDictionary seed, CertifiedKey key) throws IOException, PdfFault {
        return new CertificateSeed(seed, key).unmet();
    }

    private Optional<String> unmet() throws IOException, PdfFault {
        List<String> unmet = new ArrayList<>();
        if ((seed.flags() & ~KNOWN) != 0) {
            unmet.add("Ff");
        }
        if (seed.requires(SUBJECT, "Subject") && !isAmong("Subject", List.of(key.certificate()))) {
            unmet.add("Subject");
        }
        if (seed.requires(ISSUER, "Issuer")
                && !isAmong("Issuer", key.chain().subList(1, key.chain().size()))) {
            unmet.add("Issuer");
        }
        if (seed.requires(OID, "OID") && !policies().containsAll(seed.texts("OID"))) {
            unmet.add("OID");
        }
        if (seed.requires(SUBJECT_DN, "SubjectDN") && !isNamed()) {
            unmet.add("SubjectDN");
        }
        if (seed.requires(KEY_USAGE, "KeyUsage")
                && seed.texts("KeyUsage").stream().noneMatch(this::hasUsage)) {
            unmet.add("KeyUsage");
        }
        if (seed.requires(URL, "URL")) {
            // where another credential is to be had from: this key is here
            unmet.add("URL");
        }
        return unmet.stream().findFirst();
    }

    private boolean isAmong(String entry, List<X509Certificate> certificates) throws IOException, PdfFault {
        List<Bytes> wanted = seed.octets(entry);
        return certificates.stream().map(CertificateSeed::octets).anyMatch(wanted::contains);
    }

    /** Each attribute of one of the names is in the subject with that value. */
    private boolean isNamed() throws IOException, PdfFault {
        X500Name subject = holder().getSubject();
        for (PdfValue.Dict name : seed.dictionaries("SubjectDN")) {
            boolean fits = !name.entries().isEmpty();
            for (Map.Entry<String, PdfValue> attribute : name.entries().entrySet()) {
                fits &= seed.document().resolve(attribute.getValue()) instanceof PdfValue.Text(Bytes value)
                        && has(subject, attribute.getKey(), FormFields.text(value));
            }
            if (fits) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(X500Name subject, String attribute, String value) {
        ASN1ObjectIdentifier type;
        try {
            type = BCStyle.INSTANCE.attrNameToOID(attribute);
        } catch (IllegalArgumentException e) {
            // an attribute that nobody knows is in no subject
            return false;
        }
        return Arrays.stream(subject.getRDNs(type))
                .flatMap(rdn -> Arrays.stream(rdn.getTypesAndValues()))
                .filter(held -> held.getType().equals(type))
                .anyMatch(held -> IETFUtils.valueToString(held.getValue()).equals(value));
    }

    /** One character a usage, in the order of RFC 5280 §4.2.1.3: 1 with it, 0 without it, X either; the rest does not matter. */
    private boolean hasUsage(String pattern) {
        boolean[] usage = Optional.ofNullable(key.certificate().getKeyUsage()).orElseGet(() -> new boolean[KEY_USAGES]);
        for (int i = 0; i < pattern.length(); i++) {
            boolean has = i < usage.length && usage[i];
            char wanted = pattern.charAt(i);
            if (wanted == '1' && !has || wanted == '0' && has || "01Xx".indexOf(wanted) < 0) {
                return false;
            }
        }
        return true;
    }

    private Set<String> policies() {
        Extension extension = holder().getExtension(Extension.certificatePolicies);
        return extension == null
                ? Set.of()
                : Arrays.stream(CertificatePolicies.getInstance(extension.getParsedValue())
                                .getPolicyInformation())
                        .map(PolicyInformation::getPolicyIdentifier)
                        .map(ASN1ObjectIdentifier::getId)
                        .collect(Collectors.toSet());
    }

    private JcaX509CertificateHolder holder() {
        try {
            return new JcaX509CertificateHolder(key.certificate());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }

    private static Bytes octets(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded has its encoding", e);
        }
    }
}
