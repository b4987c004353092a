package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CertificateList;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Certificates and CRLs that travel inside a SignedData, which its signature does not cover. */
final class EmbeddedCertificates {
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private final List<CertificateList> crls = new ArrayList<>();
    private boolean onlyKnownKinds = true;

    private EmbeddedCertificates() {}

    static EmbeddedCertificates of(SignedData signedData) {
        EmbeddedCertificates embedded = new EmbeddedCertificates();
        for (ASN1Encodable item : items(signedData.getCertificates())) {
            embedded.addCertificate(item);
        }
        for (ASN1Encodable item : items(signedData.getCRLs())) {
            embedded.addCrl(item);
        }
        return embedded;
    }

    private static List<ASN1Encodable> items(@org.jspecify.annotations.Nullable ASN1Set set) {
        return set == null ? List.of() : List.of(set.toArray());
    }

    private void addCertificate(ASN1Encodable item) {
        if (item.toASN1Primitive() instanceof ASN1TaggedObject) {
            onlyKnownKinds = false; // attribute certificates and other formats: nothing here checks them
        } else {
            certificates.add(new X509CertificateHolder(org.bouncycastle.asn1.x509.Certificate.getInstance(item)));
        }
    }

    private void addCrl(ASN1Encodable item) {
        if (item.toASN1Primitive() instanceof ASN1TaggedObject) {
            onlyKnownKinds = false;
        } else {
            crls.add(CertificateList.getInstance(item));
        }
    }

    boolean has(SignerIdentifier identifier) throws IOException {
        return !of(identifier).isEmpty();
    }

    /** Those that the identifier names. */
    List<X509CertificateHolder> of(SignerIdentifier identifier) throws IOException {
        List<X509CertificateHolder> named = new ArrayList<>();
        for (X509CertificateHolder certificate : certificates) {
            if (SignerMatch.is(identifier, certificate)) {
                named.add(certificate);
            }
        }
        return List.copyOf(named);
    }

    /** The certificate, and those here that vouch for it one after the other, below a root. */
    List<X509CertificateHolder> path(X509CertificateHolder signer) {
        List<X509CertificateHolder> path = new ArrayList<>(List.of(signer));
        for (boolean found = true; found; ) {
            X509CertificateHolder last = path.getLast();
            found = certificates.stream()
                    .filter(c -> !path.contains(c) && !c.getSubject().equals(c.getIssuer()))
                    .filter(c -> isSigned(List.of(c), last.getIssuer(), last::isSignatureValid))
                    .findFirst()
                    .map(path::add)
                    .orElse(false);
        }
        return path;
    }

    List<X509CertificateHolder> all() {
        return List.copyOf(certificates);
    }

    /**
     * Whether each certificate and CRL here has somebody known behind it.
     *
     * @param known authorities
     * @param inPaths other certificates that have
     */
    boolean areVouchedBy(List<X509CertificateHolder> known, List<X509CertificateHolder> inPaths) throws IOException {
        Vouching vouching = new Vouching(known, inPaths, certificates);
        boolean all = onlyKnownKinds && certificates.stream().allMatch(vouching::isVouched);
        for (CertificateList crl : crls) {
            all &= vouching.isListSigned(crl.getIssuer(), RawSignature.ofList(crl.getEncoded()));
        }
        return all;
    }

    private static boolean isSigned(List<X509CertificateHolder> issuers, X500Name issuer, SignatureCheck check) {
        for (X509CertificateHolder candidate : issuers) {
            if (!candidate.getSubject().equals(issuer)) {
                continue;
            }
            try {
                if (check.by(new JcaContentVerifierProviderBuilder().build(candidate))) {
                    return true;
                }
            } catch (CertException
                    | OperatorCreationException
                    | java.security.cert.CertificateException
                    | IOException e) {
                // a candidate of the same name whose key cannot verify this: another may
                continue;
            }
        }
        return false;
    }

    private interface SignatureCheck {
        boolean by(ContentVerifierProvider verifier) throws CertException, IOException;
    }
}
