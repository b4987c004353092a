package vn.lienthong.exchange.boundary.rest.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.validate.DocumentFormat;
import vn.lienthong.signer.validate.DocumentFormats;

/** Which media type a signed file is of, by its octets. */
final class SignedMediaType {
    /** Where a container names its type. Source: ETSI EN 319 162-1 Annex A.1. */
    private static final int TYPE_AT = 38;

    private SignedMediaType() {}

    static String of(Path file) throws IOException {
        DocumentFormat format = DocumentFormats.of(file).orElse(DocumentFormat.CMS);
        return switch (format) {
            case PDF -> SignatureForm.PADES.mediaType();
            case XML -> SignatureForm.XADES_ENVELOPED.mediaType();
            case CMS -> SignatureForm.CADES_DETACHED.mediaType();
            case JWS -> SignatureForm.JADES_FLATTENED.mediaType();
            case ASIC -> container(file);
        };
    }

    private static String container(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(TYPE_AT + 64), StandardCharsets.ISO_8859_1);
            return Stream.of(SignatureForm.ASIC_S_CADES, SignatureForm.ASIC_E_CADES)
                    .map(SignatureForm::mediaType)
                    .filter(type -> head.startsWith(type, TYPE_AT))
                    .findFirst()
                    .orElse("application/zip");
        }
    }
}
