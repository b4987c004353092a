package vn.lienthong.exchange.boundary.rest.signing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.boundary.rest.http.FormPart;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.sign.HandedOver;
import vn.lienthong.signer.sign.NamedDocument;

/** The documents of a form, in files of their own until it is closed. Not thread-safe. */
final class StagedDocuments implements AutoCloseable {
    /** The most documents of one request; all of them together are not longer than one may be. */
    static final int MOST = 64;

    private final ContentStore staging;
    private final long mostOctets;
    private final List<Upload> uploads = new ArrayList<>();

    private record Upload(Optional<String> name, Staged staged) {}

    StagedDocuments(ContentStore staging, long mostOctets) {
        this.staging = staging;
        this.mostOctets = mostOctets;
    }

    /** The part was read to its end, into a file. */
    void add(FormPart part) throws IOException {
        if (uploads.size() == MOST) {
            throw new FailureException(Failure.of(FailureCode.SIGNATURE_FORM_NOT_POSSIBLE, "DOCUMENT_COUNT"));
        }
        long left = mostOctets
                - uploads.stream()
                        .mapToLong(upload -> upload.staged().ref().length())
                        .sum();
        uploads.add(new Upload(part.fileName(), staging.stage(part.body(), left, DeclaredBody.anything())));
    }

    boolean isEmpty() {
        return uploads.isEmpty();
    }

    /**
     * The documents under the names of their files, or {@code document-1} and so on for those without one.
     *
     * @param namesMatter whether a name that cannot be used is refused; else it is as if there were none
     */
    List<SourceDocument> sources(boolean namesMatter) {
        return sources(namesMatter, upload -> Optional.empty());
    }

    /** The same, each the signer's alone from now on: a file may be gone when it is signed. */
    List<SourceDocument> handedOver(boolean namesMatter) {
        return sources(
                namesMatter, upload -> Optional.of(HandedOver.of(upload.staged().sha256())));
    }

    private List<SourceDocument> sources(boolean namesMatter, Function<Upload, Optional<HandedOver>> handedOver) {
        List<SourceDocument> sources = new ArrayList<>();
        for (Upload upload : uploads) {
            String usual = "document-" + (sources.size() + 1);
            String name = upload.name().filter(given -> !given.isEmpty()).orElse(usual);
            if (!NamedDocument.isName(name)) {
                if (namesMatter) {
                    throw Parameters.invalid("filename");
                }
                name = usual;
            }
            NamedDocument document = new NamedDocument(name, upload.staged().file(), handedOver.apply(upload));
            sources.add(new SourceDocument(document, upload.staged().ref().digest()));
        }
        return sources;
    }

    @Override
    public void close() {
        uploads.forEach(upload -> upload.staged().close());
    }
}
