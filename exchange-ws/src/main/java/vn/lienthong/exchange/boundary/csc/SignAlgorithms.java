package vn.lienthong.exchange.boundary.csc;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/**
 * Signature algorithms by their object identifiers. Where one says nothing of the hash, the hash has to be named; where
 * both say something, they have to agree. Source: CSC API v2, section 11.11.
 */
final class SignAlgorithms {
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    private static final String EC_PUBLIC_KEY = "1.2.840.10045.2.1";

    private static final Map<String, SignatureScheme> WITH_HASH = Map.ofEntries(
            Map.entry("1.2.840.113549.1.1.11", SignatureScheme.RSA_PKCS1_SHA256),
            Map.entry("1.2.840.113549.1.1.12", SignatureScheme.RSA_PKCS1_SHA384),
            Map.entry("1.2.840.113549.1.1.13", SignatureScheme.RSA_PKCS1_SHA512),
            Map.entry("1.2.840.10045.4.3.2", SignatureScheme.ECDSA_SHA256),
            Map.entry("1.2.840.10045.4.3.3", SignatureScheme.ECDSA_SHA384),
            Map.entry("1.2.840.10045.4.3.4", SignatureScheme.ECDSA_SHA512),
            // Source: NIST, Computer Security Objects Register (sigAlgs)
            Map.entry("2.16.840.1.101.3.4.3.10", SignatureScheme.ECDSA_SHA3_256),
            Map.entry("2.16.840.1.101.3.4.3.11", SignatureScheme.ECDSA_SHA3_384),
            Map.entry("2.16.840.1.101.3.4.3.12", SignatureScheme.ECDSA_SHA3_512),
            Map.entry("2.16.840.1.101.3.4.3.14", SignatureScheme.RSA_PKCS1_SHA3_256),
            Map.entry("2.16.840.1.101.3.4.3.15", SignatureScheme.RSA_PKCS1_SHA3_384),
            Map.entry("2.16.840.1.101.3.4.3.16", SignatureScheme.RSA_PKCS1_SHA3_512));

    /** Hashes that RSA-PSS is signed over. */
    private static final List<DigestAlgorithm> PSS =
            List.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512);

    /** Parameters of PSS have under 60 octets; nothing that is longer is parsed. */
    private static final int LONGEST_PARAMETERS = 200;

    private SignAlgorithms() {}

    /** Those that a key of that kind signs with. */
    static List<String> of(KeyKind kind) {
        return switch (kind) {
            case RSA ->
                Stream.concat(Stream.of(RSA), Stream.concat(withHash(kind), Stream.of(RSA_PSS)))
                        .toList();
            case EC -> Stream.concat(Stream.of(EC_PUBLIC_KEY), withHash(kind)).toList();
            // A client here sends hashes, and EdDSA signs messages.
            case ED25519 -> List.of();
        };
    }

    private static Stream<String> withHash(KeyKind kind) {
        return WITH_HASH.entrySet().stream()
                .filter(entry -> entry.getValue().keyKind() == kind)
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** What {@code signAlgoParams} may be, in Base64; empty where an algorithm takes none. Source: RFC 4055 §3.1. */
    static List<String> parameters(String oid) {
        return oid.equals(RSA_PSS) ? PSS.stream().map(SignAlgorithms::pss).toList() : List.of();
    }

    private static String pss(DigestAlgorithm hash) {
        AlgorithmIdentifier digest = new AlgorithmIdentifier(new ASN1ObjectIdentifier(hash.oid()), DERNull.INSTANCE);
        RSASSAPSSparams params = new RSASSAPSSparams(
                digest,
                new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, digest),
                new ASN1Integer(hash.length()),
                RSASSAPSSparams.DEFAULT_TRAILER_FIELD);
        try {
            return Base64.getEncoder().encodeToString(params.getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalStateException("parameters of our own making have an encoding", e);
        }
    }

    /** @throws CscRefusal {@code invalid_request} */
    static DigestAlgorithm hashAlgorithm(String oid) {
        return DigestAlgorithm.ofOid(oid)
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter hashAlgorithmOID"));
    }

    /** @throws CscRefusal {@code invalid_request} */
    static SignatureScheme scheme(String signAlgo, Optional<String> signAlgoParams, Optional<String> hashAlgorithmOid) {
        Optional<DigestAlgorithm> named = hashAlgorithmOid.map(SignAlgorithms::hashAlgorithm);
        SignatureScheme scheme = switch (signAlgo) {
            case RSA -> scheme(KeyKind.RSA, false, required(named));
            case EC_PUBLIC_KEY -> scheme(KeyKind.EC, false, required(named));
            case RSA_PSS -> scheme(KeyKind.RSA, true, pssHash(signAlgoParams));
            default ->
                Optional.ofNullable(WITH_HASH.get(signAlgo))
                        .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter signAlgo"));
        };
        if (named.isPresent() && named.get() != scheme.digest()) {
            throw CscRefusal.invalidRequest("Invalid parameter hashAlgorithmOID");
        }
        return scheme;
    }

    private static DigestAlgorithm required(Optional<DigestAlgorithm> named) {
        return named.orElseThrow(
                () -> CscRefusal.invalidRequest("Missing (or invalid type) string parameter hashAlgorithmOID"));
    }

    private static SignatureScheme scheme(KeyKind kind, boolean pss, DigestAlgorithm hash) {
        return Arrays.stream(SignatureScheme.values())
                .filter(scheme -> scheme.keyKind() == kind && scheme.isPss() == pss && scheme.digest() == hash)
                .findFirst()
                .orElseThrow(() -> CscRefusal.invalidRequest("Invalid parameter signAlgo"));
    }

    /** The hash that the parameters name for the message and for MGF1, with a salt as long as it. Source: RFC 8017 §A.2.3. */
    private static DigestAlgorithm pssHash(Optional<String> base64) {
        String text = base64.orElseThrow(
                () -> CscRefusal.invalidRequest("Missing (or invalid type) string parameter signAlgoParams"));
        try {
            byte[] der = HashText.base64(text)
                    .filter(octets -> octets.length <= LONGEST_PARAMETERS)
                    .orElseThrow(SignAlgorithms::invalidParameters);
            RSASSAPSSparams params = RSASSAPSSparams.getInstance(ASN1Primitive.fromByteArray(der));
            AlgorithmIdentifier mask = params.getMaskGenAlgorithm();
            DigestAlgorithm hash = DigestAlgorithm.ofOid(
                            params.getHashAlgorithm().getAlgorithm().getId())
                    .orElseThrow(SignAlgorithms::invalidParameters);
            String maskHash = AlgorithmIdentifier.getInstance(mask.getParameters())
                    .getAlgorithm()
                    .getId();
            boolean supported = mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                    && maskHash.equals(hash.oid())
                    && params.getSaltLength().intValueExact() == hash.length();
            if (supported) {
                return hash;
            }
        } catch (IOException | IllegalArgumentException | ArithmeticException | IllegalStateException malformed) {
            throw invalidParameters();
        }
        throw invalidParameters();
    }

    private static CscRefusal invalidParameters() {
        return CscRefusal.invalidRequest("Invalid parameter signAlgoParams");
    }
}
