package vn.lienthong.signer.token.cryptoki;

import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_EC_PARAMS;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_EC_POINT;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_KEY_TYPE;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_MODULUS;
import static vn.lienthong.signer.token.cryptoki.AttributeType.CKA_PUBLIC_EXPONENT;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.TokenFault;

/** Reads public keys off a token; their encoded form is the SubjectPublicKeyInfo of RFC 5280. */
final class PublicKeys {
    private static final long CKK_RSA = 0;
    private static final long CKK_EC = 3;
    private static final long CKK_EC_EDWARDS = 0x40;
    /** How the curve is written: as its object identifier (RFC 8410), or as PKCS#11 v3.0 §2.3.5 has it, by name. */
    private static final List<Bytes> EDWARDS25519 =
            List.of(Bytes.ofHex("06032b6570"), Bytes.ofHex("130c656477617264733235353139"));

    private static final int ED25519_OCTETS = 32;

    private PublicKeys() {}

    /** The key behind the handle of a public-key object. */
    static PublicKey read(CryptokiSession session, long handle) throws TokenFault {
        long type = type(session, handle);
        try {
            if (type == CKK_RSA) {
                return rsa(session.attribute(handle, CKA_MODULUS), session.attribute(handle, CKA_PUBLIC_EXPONENT));
            }
            if (type == CKK_EC) {
                return ec(session.attribute(handle, CKA_EC_PARAMS), session.attribute(handle, CKA_EC_POINT));
            }
            if (type == CKK_EC_EDWARDS && isEd25519(session, handle)) {
                return ed25519(session.attribute(handle, CKA_EC_POINT));
            }
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            TokenFault fault =
                    new TokenFault(FaultKind.REQUEST_REFUSED, "PUBLIC_KEY_UNREADABLE", "C_GetAttributeValue");
            fault.initCause(e);
            throw fault;
        }
        throw new TokenFault(FaultKind.REQUEST_REFUSED, "KEY_TYPE_NOT_SUPPORTED", "C_GetAttributeValue");
    }

    /** The kind of a public or private key, or empty for one that no scheme here uses. */
    static Optional<KeyKind> kind(CryptokiSession session, long handle) throws TokenFault {
        long type = type(session, handle);
        if (type == CKK_EC_EDWARDS) {
            return isEd25519(session, handle) ? Optional.of(KeyKind.ED25519) : Optional.empty();
        }
        return type == CKK_RSA ? Optional.of(KeyKind.RSA) : type == CKK_EC ? Optional.of(KeyKind.EC) : Optional.empty();
    }

    /** Curve 448 has the same type of key. */
    private static boolean isEd25519(CryptokiSession session, long handle) throws TokenFault {
        return EDWARDS25519.contains(session.attribute(handle, CKA_EC_PARAMS));
    }

    /** The point as RFC 8032 §5.1.2 writes it; SoftHSM 2.6 puts it into an OCTET STRING, PKCS#11 v3.0 does not. */
    private static PublicKey ed25519(Bytes ecPoint) throws GeneralSecurityException, IOException {
        byte[] octets = ecPoint.toArray();
        byte[] point = octets.length == ED25519_OCTETS
                ? octets
                : ASN1OctetString.getInstance(octets).getOctets();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(new SubjectPublicKeyInfo(algorithm, point).getEncoded("DER")));
    }

    private static long type(CryptokiSession session, long handle) throws TokenFault {
        return ByteBuffer.wrap(session.attribute(handle, CKA_KEY_TYPE).toArray())
                .order(ByteOrder.nativeOrder())
                .getLong();
    }

    private static PublicKey rsa(Bytes modulus, Bytes exponent) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(1, modulus.toArray()), new BigInteger(1, exponent.toArray())));
    }

    /** The point should be an OCTET STRING around the octets of X9.62; some modules leave the wrapping out. */
    private static PublicKey ec(Bytes params, Bytes ecPoint) throws GeneralSecurityException, IOException {
        ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(params.toArray());
        byte[] octets = ecPoint.toArray();
        byte[] point = octets.length == uncompressedLength(curve)
                ? octets
                : ASN1OctetString.getInstance(octets).getOctets();
        AlgorithmIdentifier algorithm = new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve);
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(new SubjectPublicKeyInfo(algorithm, point).getEncoded("DER")));
    }

    /** One octet, and two coordinates as long as the field. Source: SEC 1 §2.3.3. */
    private static int uncompressedLength(ASN1ObjectIdentifier curve) {
        @Nullable X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        if (parameters == null) {
            throw new IllegalArgumentException("no named curve " + curve);
        }
        return 1 + 2 * ((parameters.getCurve().getFieldSize() + 7) / 8);
    }
}
