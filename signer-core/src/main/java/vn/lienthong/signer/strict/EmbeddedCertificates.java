package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.CertException;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** Certificates and CRLs that travel inside a SignedData, which its signature does not cover. */
final class EmbeddedCertificates {
    private final List<X509CertificateHolder> certificates = new ArrayList<>();
    private final List<X509CRLHolder> crls = new ArrayList<>();
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
            crls.add(new X509CRLHolder(org.bouncycastle.asn1.x509.CertificateList.getInstance(item)));
        }
    }

    boolean has(SignerIdentifier identifier) {
        return !of(identifier).isEmpty();
    }

    /** Those that the identifier names. */
    List<X509CertificateHolder> of(SignerIdentifier identifier) {
        if (identifier.isTagged()) {
            ASN1OctetString wanted = ASN1OctetString.getInstance(identifier.getId());
            return certificates.stream()
                    .filter(c -> wanted.equals(subjectKey(c)))
                    .toList();
        }
        IssuerAndSerialNumber wanted = IssuerAndSerialNumber.getInstance(identifier.getId());
        return certificates.stream()
                .filter(c -> sameOctets(c.getIssuer(), wanted.getName())
                        && c.getSerialNumber().equals(wanted.getSerialNumber().getValue()))
                .toList();
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

    /** Names compare without regard to case otherwise, and this one is not signed. */
    private static boolean sameOctets(X500Name one, X500Name other) {
        try {
            return java.util.Arrays.equals(one.getEncoded(), other.getEncoded());
        } catch (IOException e) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable ASN1OctetString subjectKey(X509CertificateHolder certificate) {
        Extension extension = certificate.getExtension(Extension.subjectKeyIdentifier);
        return extension == null
                ? null
                : ASN1OctetString.getInstance(SubjectKeyIdentifier.getInstance(extension.getParsedValue())
                        .toASN1Primitive());
    }

    List<X509CertificateHolder> and(List<X509CertificateHolder> known) {
        List<X509CertificateHolder> all = new ArrayList<>(known);
        all.addAll(certificates);
        return all;
    }

    /** Whether each certificate and CRL bears the right signature of some certificate that is here or known. */
    boolean areAllSignedBy(List<X509CertificateHolder> known) {
        List<X509CertificateHolder> issuers = and(known);
        return onlyKnownKinds
                && certificates.stream().allMatch(c -> isSigned(issuers, c.getIssuer(), c::isSignatureValid))
                && crls.stream().allMatch(c -> isSigned(issuers, c.getIssuer(), c::isSignatureValid));
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
