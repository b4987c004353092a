package vn.lienthong.signer.testpki;

import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.OtherName;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.signer.evidence.LogSealCertificate;

/**
 * A root, an intermediate that issues to users, and what both say of revocation. Not thread-safe.
 *
 * <p>Users have software keys ({@link #issue}), or keys made elsewhere, such as in a token ({@link #certify}).
 */
public final class TestPki {
    private final Instant now;
    private final AtomicLong serial = new AtomicLong(1000);
    private final Map<BigInteger, Instant> revoked = new LinkedHashMap<>();
    private final Issued root;
    private final Issued intermediate;

    private TestPki(Instant now, String name) {
        this.now = now;
        this.root = selfSigned(Profile.authority(name + " Root CA"));
        this.intermediate = issue(Profile.authority(name + " Issuing CA"), root);
    }

    /** A new PKI whose present is {@code now}. */
    public static TestPki at(Instant now) {
        return new TestPki(now, "Liên Thông");
    }

    /** One whose authorities bear other names, so that no certificate of it has a twin elsewhere. */
    public static TestPki of(String name, Instant now) {
        return new TestPki(now, name);
    }

    /** The trust anchor. */
    public X509Certificate root() {
        return root.certificate();
    }

    /** The issuer of every user. */
    public X509Certificate intermediate() {
        return intermediate.certificate();
    }

    /** The issuer of every user with its key, for programs that answer in its name. */
    public Issued issuing() {
        return intermediate;
    }

    /** The same of the root. */
    public Issued anchor() {
        return root;
    }

    /** A new key in software and its certificate. */
    public Issued issue(Profile profile) {
        return issue(profile, intermediate);
    }

    /** The chain of a key made elsewhere, its own certificate first, the root last. */
    public List<X509Certificate> certify(PublicKey key, Profile profile) {
        return chain(certificate(profile, key, intermediate.privateKey(), intermediate.certificate()), intermediate);
    }

    /** From {@code when} on, {@link #crl} and {@link #ocsp} call the certificate revoked. */
    public void revoke(X509Certificate certificate, Instant when) {
        revoked.put(certificate.getSerialNumber(), when);
    }

    /** From now on they call it revoked no more: it was on hold. */
    public void release(X509Certificate certificate) {
        revoked.remove(certificate.getSerialNumber());
    }

    /** As many users as that, of whom nothing else is known, are revoked: their list is as long as a real one's. */
    public void revokeMany(int users, Instant when) {
        BigInteger first = BigInteger.ONE.shiftLeft(120);
        for (int i = 0; i < users; i++) {
            revoked.put(first.add(BigInteger.valueOf(i)), when);
        }
    }

    /** The DER of the CRL of the intermediate, for users; issued an hour ago, next in a day. */
    public byte[] crl() {
        return crl(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
    }

    /** The same with other times. */
    public byte[] crl(Instant thisUpdate, Instant nextUpdate) {
        return TestRevocation.crl(intermediate, revoked, thisUpdate, nextUpdate);
    }

    /** The DER of the root's CRL, for the intermediate. */
    public byte[] rootCrl() {
        return TestRevocation.crl(root, revoked, now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(1)));
    }

    /** The same with other times. */
    public byte[] rootCrl(Instant thisUpdate, Instant nextUpdate) {
        return TestRevocation.crl(root, revoked, thisUpdate, nextUpdate);
    }

    /** The moment that profiles count from. */
    public Instant present() {
        return now;
    }

    /** Both lists as DSS asks for them. */
    public CRLSource crlSource() {
        return new CrlsOf(this);
    }

    /** The DER of an OCSP response for a user's certificate, signed by the intermediate itself. */
    public byte[] ocsp(X509Certificate certificate) {
        return TestRevocation.ocsp(intermediate, certificate, revoked, now);
    }

    private Issued selfSigned(Profile profile) {
        KeyPair pair = TestKeys.generate(profile.scheme(), profile.rsaBits());
        X509Certificate certificate = certificate(profile, pair.getPublic(), pair.getPrivate(), null);
        return new Issued(pair.getPrivate(), profile.scheme(), List.of(certificate));
    }

    private Issued issue(Profile profile, Issued issuer) {
        KeyPair pair = TestKeys.generate(profile.scheme(), profile.rsaBits());
        X509Certificate certificate = certificate(profile, pair.getPublic(), issuer.privateKey(), issuer.certificate());
        return new Issued(pair.getPrivate(), profile.scheme(), chain(certificate, issuer));
    }

    private static List<X509Certificate> chain(X509Certificate certificate, Issued issuer) {
        var chain = new ArrayList<X509Certificate>();
        chain.add(certificate);
        chain.addAll(issuer.chain());
        return List.copyOf(chain);
    }

    private X509Certificate certificate(Profile profile, PublicKey key, PrivateKey issuerKey, X509Certificate issuer) {
        X500Name subject = new X500Name(profile.subject());
        X500Name issuerName = issuer == null
                ? subject
                : X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded());
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuerName,
                    BigInteger.valueOf(serial.incrementAndGet()),
                    Date.from(now.plus(profile.from())),
                    Date.from(now.plus(profile.to())),
                    subject,
                    key);
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key));
            if (issuer != null) {
                builder.addExtension(
                        Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuer));
            }
            addExtensions(builder, profile);
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("the test PKI makes certificates", e);
        }
    }

    private static void addExtensions(X509v3CertificateBuilder builder, Profile profile) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(profile.ca()));
        if (profile.keyUsage() != 0) {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(profile.keyUsage()));
        }
        if (!profile.purposes().isEmpty()) {
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    profile.purposesCritical(),
                    new ExtendedKeyUsage(profile.purposes().toArray(KeyPurposeId[]::new)));
        }
        if (profile.log().isPresent()) {
            OtherName log = new OtherName(
                    new ASN1ObjectIdentifier(LogSealCertificate.NAME_TYPE),
                    new DERUTF8String(profile.log().get()));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.otherName, log)));
        }
        if (profile.statusUri().isPresent()) {
            GeneralName uri = new GeneralName(
                    GeneralName.uniformResourceIdentifier, profile.statusUri().get());
            builder.addExtension(
                    Extension.authorityInfoAccess,
                    false,
                    new AuthorityInformationAccess(AccessDescription.id_ad_ocsp, uri));
        }
    }
}
