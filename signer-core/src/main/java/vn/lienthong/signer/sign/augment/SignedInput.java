package vn.lienthong.signer.sign.augment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;
import vn.lienthong.signer.validate.DocumentFormat;
import vn.lienthong.signer.validate.DocumentFormats;
import vn.lienthong.signer.validate.asic.ZipShape;
import vn.lienthong.signer.validate.xml.XmlShape;

/** A stranger's signed file before DSS reads it: which format it is, and that it is neither hostile nor too large. */
public sealed interface SignedInput {
    record Readable(SignedFormat format) implements SignedInput {}

    record NotReadable(Refused why) implements SignedInput {}

    /** @throws IOException if the file cannot be read at all */
    static SignedInput of(Path file, SigningLimits limits, AdesLimits ades) throws IOException {
        Optional<DocumentFormat> outer = DocumentFormats.of(file);
        if (outer.isEmpty()) {
            return unknown();
        }
        Optional<Refused> refused = refusal(file, outer.get(), limits, ades);
        if (refused.isPresent()) {
            return new NotReadable(refused.get());
        }
        return SignedFormat.of(file, outer.get())
                .<SignedInput>map(Readable::new)
                .orElseGet(SignedInput::unknown);
    }

    private static Optional<Refused> refusal(Path file, DocumentFormat outer, SigningLimits limits, AdesLimits ades)
            throws IOException {
        long most = switch (outer) {
            case PDF, CMS -> limits.maxDocumentBytes();
            // a signed file is its documents in Base64, and what belongs to the signature
            case XML, JWS -> 2 * ades.maxTreeBytes();
            case ASIC -> 2 * ades.maxContainerBytes();
        };
        if (Files.size(file) > most) {
            return Optional.of(new Refused(SignRefusal.DOCUMENT_TOO_LARGE, "more than " + most + " octets"));
        }
        return switch (outer) {
            case PDF, CMS, JWS -> Optional.empty();
            case XML -> XmlRefusals.of(XmlShape.of(file, ades.maxXmlElements(), ades.maxXmlDepth()));
            case ASIC ->
                ZipShape.fault(file, 10 * ades.maxDocuments(), 2 * ades.maxContainerBytes())
                        .map(fault -> new Refused(SignRefusal.DOCUMENT_MALFORMED, "a container that is " + fault));
        };
    }

    private static SignedInput unknown() {
        return new NotReadable(new Refused(SignRefusal.SIGNATURE_UNKNOWN, "no signed document of a known format"));
    }
}
