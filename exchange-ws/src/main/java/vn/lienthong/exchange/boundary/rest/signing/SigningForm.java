package vn.lienthong.exchange.boundary.rest.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.FormPart;
import vn.lienthong.exchange.boundary.rest.http.MultipartForm;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.rest.json.JsonBodies;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.SigningLimits;

/**
 * The form by which documents come to be signed: its parts in any order, each but the documents at most once. Not
 * thread-safe.
 *
 * @param <P> what is asked in the part {@code parameters}
 */
final class SigningForm<P extends Record> implements AutoCloseable {
    static final String DOCUMENT = "document";
    static final String IMAGE = "image";
    static final String PARAMETERS = "parameters";

    private static final int OTHER_PARTS = 2;

    private final Class<P> type;
    private final SigningLimits limits;
    private final StagedDocuments documents;
    private @Nullable Bytes image;
    private @Nullable Bytes words;
    private @Nullable P parameters;

    /** A form as it comes over HTTP, read to its end; the caller closes it. */
    static <P extends Record> SigningForm<P> received(
            Class<P> type,
            ContentStore staging,
            @Nullable String contentType,
            @Nullable String contentLength,
            InputStream body)
            throws IOException {
        SigningLimits limits = SigningLimits.DEFAULT;
        Parameters.atMost(contentLength, longest(limits));
        SigningForm<P> form = new SigningForm<>(type, staging, limits);
        boolean whole = false;
        try {
            form.read(contentType, body);
            whole = true;
            return form;
        } finally {
            if (!whole) {
                form.close();
            }
        }
    }

    private SigningForm(Class<P> type, ContentStore staging, SigningLimits limits) {
        this.type = type;
        this.limits = limits;
        this.documents = new StagedDocuments(staging, limits.maxDocumentBytes());
    }

    /** The most octets of a form whose parts are all as long as they may be, their headers generously counted. */
    static long longest(SigningLimits limits) {
        return limits.maxDocumentBytes() + limits.maxImageBytes() + 8L * Json.LARGEST_BODY;
    }

    /** The form was read to its end; the documents went to staging files, not into memory. */
    private void read(@Nullable String contentType, InputStream body) throws IOException {
        MultipartForm form = new MultipartForm(contentType, body, StagedDocuments.MOST + OTHER_PARTS);
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            read(part.get());
        }
    }

    P parameters() {
        return Parameters.required(PARAMETERS, parameters);
    }

    /** The octets of that part. */
    Bytes words() {
        return Parameters.required(PARAMETERS, words);
    }

    /** One or more; good until the form is closed. */
    StagedDocuments documents() {
        if (documents.isEmpty()) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, DOCUMENT));
        }
        return documents;
    }

    @Nullable Bytes image() {
        return image;
    }

    @Override
    public void close() {
        documents.close();
    }

    private void read(FormPart part) throws IOException {
        switch (part.name()) {
            case DOCUMENT -> documents.add(part);
            case IMAGE -> {
                refuseSecond(image, IMAGE);
                image = Bytes.of(bounded(part.body(), limits.maxImageBytes()));
            }
            case PARAMETERS -> {
                refuseSecond(parameters, PARAMETERS);
                byte[] octets = bounded(part.body(), Json.LARGEST_BODY);
                words = Bytes.of(octets);
                parameters = JsonBodies.parse(type, new ByteArrayInputStream(octets));
            }
            default -> throw Parameters.invalid(part.name());
        }
    }

    private static void refuseSecond(@Nullable Object first, String name) {
        if (first != null) {
            throw Parameters.invalid(name);
        }
    }

    private static byte[] bounded(InputStream body, int most) throws IOException {
        byte[] octets = body.readNBytes(most + 1);
        if (octets.length > most) {
            throw new FailureException(Failure.of(FailureCode.BODY_TOO_LARGE, Integer.toString(most)));
        }
        return octets;
    }
}
