package vn.lienthong.signer.token.jca;

import java.security.InvalidAlgorithmParameterException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/** The one form of PSS that is signed here: MGF1 with the same digest, a salt as long as it. Source: RFC 8017 §9.1. */
final class PssParameters {
    private static final int TRAILER = 1;

    private PssParameters() {}

    static PSSParameterSpec of(DigestAlgorithm digest) {
        return new PSSParameterSpec(
                digest.jcaName(), "MGF1", new MGF1ParameterSpec(digest.jcaName()), digest.length(), TRAILER);
    }

    /** @throws InvalidAlgorithmParameterException for any other form */
    static DigestAlgorithm digest(@Nullable AlgorithmParameterSpec parameters)
            throws InvalidAlgorithmParameterException {
        if (parameters instanceof PSSParameterSpec pss) {
            for (DigestAlgorithm digest : DigestAlgorithm.values()) {
                if (digest.isSha2() && isOf(digest, pss)) {
                    return digest;
                }
            }
        }
        throw new InvalidAlgorithmParameterException(
                "PSS is signed with one of SHA-2, MGF1 with the same, and a salt as long as the digest");
    }

    private static boolean isOf(DigestAlgorithm digest, PSSParameterSpec pss) {
        return digest.jcaName().equals(pss.getDigestAlgorithm())
                && "MGF1".equals(pss.getMGFAlgorithm())
                && pss.getMGFParameters() instanceof MGF1ParameterSpec mgf
                && digest.jcaName().equals(mgf.getDigestAlgorithm())
                && pss.getSaltLength() == digest.length()
                && pss.getTrailerField() == TRAILER;
    }
}
