package vn.lienthong.signer.sign.augment;

import java.util.List;
import java.util.function.Function;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * What somebody needs later to see that signatures were good: the certificates of every path, and revocation data of each
 * that can be revoked. All in DER, each once.
 *
 * <p>Source: ETSI EN 319 122-1 §6.1 (level LT).
 */
public record ValidationMaterial(List<Bytes> certificates, List<Bytes> crls, List<Bytes> ocspResponses) {
    public ValidationMaterial {
        certificates = List.copyOf(certificates);
        crls = List.copyOf(crls);
        ocspResponses = List.copyOf(ocspResponses);
    }

    /** That of several files, each part once. */
    public static ValidationMaterial together(List<ValidationMaterial> materials) {
        return new ValidationMaterial(
                all(materials, ValidationMaterial::certificates),
                all(materials, ValidationMaterial::crls),
                all(materials, ValidationMaterial::ocspResponses));
    }

    private static List<Bytes> all(List<ValidationMaterial> materials, Function<ValidationMaterial, List<Bytes>> part) {
        return materials.stream().map(part).flatMap(List::stream).distinct().toList();
    }
}
