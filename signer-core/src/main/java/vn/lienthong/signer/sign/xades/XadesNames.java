package vn.lienthong.signer.sign.xades;

import java.util.Optional;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** Algorithms as XML signatures name them. Source: RFC 9231 §2.1, §2.3; XML Encryption 1.1 §5.8. */
final class XadesNames {
    static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    static final String XPATH_FILTER2 = "http://www.w3.org/2002/06/xmldsig-filter2";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";

    private static final String MORE_2001 = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String MORE_2007 = "http://www.w3.org/2007/05/xmldsig-more#";

    private XadesNames() {}

    /** Empty for a scheme that is left to DSS. */
    static Optional<String> of(SignatureScheme scheme) {
        return Optional.ofNullable(
                switch (scheme) {
                    case RSA_PKCS1_SHA256 -> MORE_2001 + "rsa-sha256";
                    case RSA_PKCS1_SHA384 -> MORE_2001 + "rsa-sha384";
                    case RSA_PKCS1_SHA512 -> MORE_2001 + "rsa-sha512";
                    case RSA_PSS_SHA256 -> MORE_2007 + "sha256-rsa-MGF1";
                    case RSA_PSS_SHA384 -> MORE_2007 + "sha384-rsa-MGF1";
                    case RSA_PSS_SHA512 -> MORE_2007 + "sha512-rsa-MGF1";
                    case ECDSA_SHA256 -> MORE_2001 + "ecdsa-sha256";
                    case ECDSA_SHA384 -> MORE_2001 + "ecdsa-sha384";
                    case ECDSA_SHA512 -> MORE_2001 + "ecdsa-sha512";
                    default -> null;
                });
    }

    /** Of SHA-2; the schemes named above have no other. */
    static String of(DigestAlgorithm digest) {
        return switch (digest) {
            case SHA256 -> "http://www.w3.org/2001/04/xmlenc#sha256";
            case SHA384 -> MORE_2001 + "sha384";
            case SHA512 -> "http://www.w3.org/2001/04/xmlenc#sha512";
            case SHA3_256, SHA3_384, SHA3_512 -> throw new IllegalArgumentException("not of SHA-2: " + digest);
        };
    }
}
