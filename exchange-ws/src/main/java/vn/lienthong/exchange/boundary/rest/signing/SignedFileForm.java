package vn.lienthong.exchange.boundary.rest.signing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.boundary.rest.http.FormPart;
import vn.lienthong.exchange.boundary.rest.http.MultipartForm;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.exchange.domain.content.ContentStore;

/**
 * The form by which a signed file comes to be raised or counter-signed: its parts in any order. Not thread-safe.
 *
 * @param <P> what is asked in the part {@code parameters}
 */
final class SignedFileForm<P extends Record> implements AutoCloseable {
    private static final String SIGNED = "signed";
    private static final int OTHER_PARTS = 2;

    private final Class<P> type;
    private final StagedDocuments signed;
    private final StagedDocuments documents;
    private @Nullable P parameters;

    SignedFileForm(Class<P> type, ContentStore staging, long mostOctets) {
        this.type = type;
        this.signed = new StagedDocuments(staging, mostOctets);
        this.documents = new StagedDocuments(staging, mostOctets);
    }

    /** The form was read to its end; the files went to staging files, not into memory. */
    void read(@Nullable String contentType, InputStream body) throws IOException {
        MultipartForm form = new MultipartForm(contentType, body, StagedDocuments.MOST + OTHER_PARTS);
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            read(part.get());
        }
    }

    private void read(FormPart part) throws IOException {
        switch (part.name()) {
            case SIGNED -> {
                if (!signed.isEmpty()) {
                    throw Parameters.invalid(SIGNED);
                }
                signed.add(part);
            }
            case SigningForm.DOCUMENT -> documents.add(part);
            case SigningForm.PARAMETERS -> {
                if (parameters != null) {
                    throw Parameters.invalid(SigningForm.PARAMETERS);
                }
                parameters = JsonBodies.parse(type, part.body());
            }
            default -> throw Parameters.invalid(part.name());
        }
    }

    P parameters() {
        return Parameters.required(SigningForm.PARAMETERS, parameters);
    }

    /** The signed file; good until the form is closed. */
    SourceDocument signed() {
        List<SourceDocument> file = signed.sources(false);
        return Parameters.required(SIGNED, file.isEmpty() ? null : file.get(0));
    }

    /** The documents that came beside it, under the names of their files. */
    List<SourceDocument> documents() {
        return documents.sources(true);
    }

    @Override
    public void close() {
        signed.close();
        documents.close();
    }
}
