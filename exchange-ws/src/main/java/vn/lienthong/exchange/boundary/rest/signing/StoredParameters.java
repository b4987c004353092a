package vn.lienthong.exchange.boundary.rest.signing;

import com.fasterxml.jackson.core.JacksonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.batch.TermsReader;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.SignatureForm;

/** The part {@code parameters} of a request, kept as a text until documents are signed by it. Thread-safe. */
public final class StoredParameters implements TermsReader {

    /** The text of the part, in one spelling; which names and values it has was checked. */
    public static String text(InputStream part) throws IOException {
        try {
            return Json.shared().writeValueAsString(JsonBodies.parse(SignatureParameters.class, part));
        } catch (JacksonException e) {
            throw new IllegalStateException("a record that was read can be written", e);
        }
    }

    /** Which form the parameters ask for. */
    public static SignatureForm form(String terms) {
        return parameters(terms).form();
    }

    @Override
    public SignDocumentCommand command(String terms, Optional<Bytes> image, List<SourceDocument> documents) {
        return parameters(terms).command(documents, image.orElse(null));
    }

    private static SignatureParameters parameters(String terms) {
        try {
            return JsonBodies.parse(
                    SignatureParameters.class, new ByteArrayInputStream(terms.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("octets in memory are read", e);
        }
    }
}
