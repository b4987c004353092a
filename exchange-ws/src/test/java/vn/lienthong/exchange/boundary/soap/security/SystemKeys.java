package vn.lienthong.exchange.boundary.soap.security;

import java.time.Clock;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;

/** Keys of systems, good and bad, under one PKI; made once, for RSA keys take their time. */
public final class SystemKeys {
    public static final TestPki PKI = TestPki.at(Clock.systemUTC().instant());
    public static final SigningKey RSA = key(PKI.issue(Profile.signer("ministry.example.vn")));
    public static final SigningKey P256 =
            key(PKI.issue(Profile.signer("province.example.vn").withScheme(SignatureScheme.ECDSA_SHA256)));
    public static final SigningKey EXPIRED = key(PKI.issue(Profile.signer("expired.example.vn")
            .withScheme(SignatureScheme.ECDSA_SHA256)
            .expired()));
    public static final SigningKey STRANGER = key(TestPki.at(Clock.systemUTC().instant())
            .issue(Profile.signer("ministry.example.vn").withScheme(SignatureScheme.ECDSA_SHA256)));
    public static final SigningKey WEAK =
            key(PKI.issue(Profile.signer("weak.example.vn").weak()));

    private SystemKeys() {}

    /** Under our PKI, and in nobody's directory. */
    static SigningKey unregistered() {
        return key(PKI.issue(Profile.signer("new.example.vn").withScheme(SignatureScheme.ECDSA_SHA256)));
    }

    private static SigningKey key(Issued issued) {
        return new SigningKey(issued.privateKey(), issued.certificate());
    }
}
