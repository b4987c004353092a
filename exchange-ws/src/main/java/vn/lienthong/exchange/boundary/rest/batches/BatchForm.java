package vn.lienthong.exchange.boundary.rest.batches;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.batch.AcceptBatch;
import vn.lienthong.exchange.application.batch.BatchIntake;
import vn.lienthong.exchange.boundary.rest.http.FormPart;
import vn.lienthong.exchange.boundary.rest.http.MultipartForm;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.rest.signing.StoredParameters;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.batch.SignatureBatch;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SigningLimits;

/**
 * The form by which a batch comes: {@code parameters} first, then {@code image} if there is one, then the documents, so that
 * what may not be signed is refused before thousands of documents have come. Of one thread.
 */
final class BatchForm implements AutoCloseable {
    private static final String DOCUMENT = "document";
    private static final String IMAGE = "image";
    private static final String PARAMETERS = "parameters";

    /** One document more than there may be is told as such. */
    private static final int MOST_PARTS = SignatureBatch.MOST_DOCUMENTS + 3;

    private final AcceptBatch accept;
    private final Caller caller;
    private @Nullable String terms;
    private @Nullable Bytes image;
    private @Nullable BatchIntake intake;
    private int documents;

    BatchForm(AcceptBatch accept, Caller caller) {
        this.accept = accept;
        this.caller = caller;
    }

    /** The form was read to its end; its documents are in the content store, and will be signed. */
    BatchIntake.Accepted read(@Nullable String contentType, InputStream body, @Nullable IdempotencyKey key)
            throws IOException {
        MultipartForm form = new MultipartForm(contentType, body, MOST_PARTS);
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            read(part.get());
        }
        return intake().submit(key);
    }

    private void read(FormPart part) throws IOException {
        switch (part.name()) {
            case PARAMETERS -> {
                refuseLate(terms, PARAMETERS);
                terms = StoredParameters.text(part.body());
            }
            case IMAGE -> {
                refuseLate(image, IMAGE);
                image = Bytes.of(bounded(part.body(), SigningLimits.DEFAULT.maxImageBytes()));
            }
            case DOCUMENT -> {
                documents++;
                intake().add(name(part), part.body());
            }
            default -> throw Parameters.invalid(part.name());
        }
    }

    private void refuseLate(@Nullable Object first, String name) {
        if (first != null || intake != null) {
            throw Parameters.invalid(name);
        }
    }

    private BatchIntake intake() {
        BatchIntake begun = intake;
        if (begun == null) {
            begun = accept.begin(caller, Parameters.required(PARAMETERS, terms), image);
            intake = begun;
        }
        return begun;
    }

    private String name(FormPart part) {
        String name = part.fileName().filter(given -> !given.isEmpty()).orElse("document-" + documents);
        if (!NamedDocument.isName(name)) {
            throw Parameters.invalid("filename");
        }
        return name;
    }

    private static byte[] bounded(InputStream body, int most) throws IOException {
        byte[] octets = body.readNBytes(most + 1);
        if (octets.length > most) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(most)));
        }
        return octets;
    }

    @Override
    public void close() {
        if (intake != null) {
            intake.close();
        }
    }
}
