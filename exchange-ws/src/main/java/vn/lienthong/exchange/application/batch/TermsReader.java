package vn.lienthong.exchange.application.batch;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * Reads how documents are to be signed from the text in which a request said it. That text is what is kept of it, so that
 * whoever signs later reads exactly what was asked. Thread-safe.
 */
public interface TermsReader {

    /**
     * The command that a request of these documents alone would be.
     *
     * @param terms that were accepted before
     */
    SignDocumentCommand command(String terms, Optional<Bytes> image, List<SourceDocument> documents);
}
