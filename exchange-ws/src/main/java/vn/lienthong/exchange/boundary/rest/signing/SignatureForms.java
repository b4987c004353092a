package vn.lienthong.exchange.boundary.rest.signing;

import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.sign.SignatureForm;

/** The forms of signatures as two words of a request name them. */
final class SignatureForms {
    private static final String DEFAULT = "";

    private SignatureForms() {}

    static SignatureForm of(@Nullable String format, @Nullable String packaging) {
        String where = packaging == null ? DEFAULT : packaging;
        return switch (format == null ? "PAdES" : format) {
            case "PAdES" -> pades(where);
            case "XAdES" -> xades(where);
            case "CAdES" -> cades(where);
            case "JAdES" -> jades(where);
            case "ASiC-S" -> container(where, SignatureForm.ASIC_S_CADES, SignatureForm.ASIC_S_XADES);
            case "ASiC-E" -> container(where, SignatureForm.ASIC_E_CADES, SignatureForm.ASIC_E_XADES);
            default -> throw Parameters.invalid("format");
        };
    }

    private static SignatureForm pades(String packaging) {
        if (!packaging.equals(DEFAULT)) {
            throw Parameters.invalid("packaging");
        }
        return SignatureForm.PADES;
    }

    private static SignatureForm xades(String packaging) {
        return switch (packaging) {
            case DEFAULT, "enveloped" -> SignatureForm.XADES_ENVELOPED;
            case "enveloping" -> SignatureForm.XADES_ENVELOPING;
            case "detached" -> SignatureForm.XADES_DETACHED;
            default -> throw Parameters.invalid("packaging");
        };
    }

    private static SignatureForm cades(String packaging) {
        return switch (packaging) {
            case DEFAULT, "detached" -> SignatureForm.CADES_DETACHED;
            case "enveloping" -> SignatureForm.CADES_ATTACHED;
            default -> throw Parameters.invalid("packaging");
        };
    }

    private static SignatureForm jades(String packaging) {
        return switch (packaging) {
            case DEFAULT, "enveloping" -> SignatureForm.JADES_FLATTENED;
            case "compact" -> SignatureForm.JADES_COMPACT;
            case "detached" -> SignatureForm.JADES_DETACHED;
            default -> throw Parameters.invalid("packaging");
        };
    }

    private static SignatureForm container(String packaging, SignatureForm cades, SignatureForm xades) {
        return switch (packaging) {
            case DEFAULT, "cades" -> cades;
            case "xades" -> xades;
            default -> throw Parameters.invalid("packaging");
        };
    }
}
