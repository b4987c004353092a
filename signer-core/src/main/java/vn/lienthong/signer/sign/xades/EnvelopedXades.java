package vn.lienthong.signer.sign.xades;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.sign.AdesLimits;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignDocumentOutcome.Signed;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.sign.dss.TokenStep;
import vn.lienthong.signer.sign.dss.WorkFolder;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampToken;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningToken;

/**
 * Signs an XML document at level B or T with the signature in it, without a tree: it streams by once to be digested and once
 * more, signed, to be checked. Documents that are not plain, and whatever is wrong with a document, are left to DSS and the
 * rules before it. Thread-safe.
 *
 * <p>Source: ETSI EN 319 132-1 §6.3; docs/adr/0030.
 */
public final class EnvelopedXades {
    /** More keys than an installation has; when certificates are renewed over years, the old ones go. */
    private static final int MAX_KEYS = 1_000;

    private static final int BUFFER = 64 * 1024;
    private static final int ID_DIGITS = 32;

    private final SigningToken token;
    private final TimestampSource timestamps;
    private final AdesLimits limits;
    private final Map<CertifiedKey, SignerText> signers = new ConcurrentHashMap<>();

    public EnvelopedXades(SigningToken token, TimestampSource timestamps, AdesLimits limits) {
        this.token = token;
        this.timestamps = timestamps;
        this.limits = limits;
    }

    /** How an attempt ended. */
    public sealed interface Attempt {
        record Answered(SignDocumentOutcome outcome) implements Attempt {}

        /** The document is one for a library that knows more of XML than this; nothing was signed. */
        record LeftToDss(String why) implements Attempt {}
    }

    /** What is known before the token is asked. */
    private record Prepared(XadesText text, SignerText signer, String properties, String signedInfo) {
        String whole(String signatureValue, Optional<TimestampToken> timestamp) {
            String unsigned =
                    timestamp.map(made -> text.unsignedProperties(made.der())).orElse("");
            return text.signature(signedInfo, signatureValue, signer, properties, unsigned);
        }
    }

    /** Signs the request's one document; the file {@code request.signed()} is there after Signed alone. */
    public Attempt sign(AdesRequest request, Instant signingTime, WorkFolder folder) throws IOException {
        try {
            Path document = request.documents().getFirst().file();
            if (Files.size(document) > limits.maxTreeBytes()) {
                throw new Unfamiliar("more octets than allowed");
            }
            Path copy = folder.copy(document, limits.maxTreeBytes());
            PlainXml plain = plain(copy, request.key().scheme().digest());
            Prepared prepared = prepared(request, plain, signingTime);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
                long endOfRoot = EndOfRoot.offset(channel, plain.root());
                return new Attempt.Answered(sign(request, signingTime, plain, prepared, channel, endOfRoot));
            }
        } catch (Unfamiliar e) {
            return new Attempt.LeftToDss(String.valueOf(e.getMessage()));
        }
    }

    private PlainXml plain(Path document, DigestAlgorithm algorithm) throws IOException, Unfamiliar {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(document), BUFFER)) {
            PlainXml plain = PlainXml.read(in, algorithm.newMessageDigest(), limits);
            if (plain.signature().isPresent()) {
                throw new Unfamiliar("a signature already");
            }
            return plain;
        }
    }

    private Prepared prepared(AdesRequest request, PlainXml plain, Instant signingTime) throws Unfamiliar {
        CertifiedKey key = request.key();
        DigestAlgorithm algorithm = key.scheme().digest();
        String method = XadesNames.of(key.scheme())
                .orElseThrow(() -> new Unfamiliar("an algorithm that few documents are signed with"));
        XadesText text = new XadesText(id(plain.digest(), key, signingTime));
        SignerText signer = signer(key);
        String properties =
                text.signedProperties(signer, signingTime, request.details().location());
        String signedInfo =
                text.signedInfo(method, new Digest(algorithm, plain.digest()), algorithm.digest(octets(properties)));
        return new Prepared(text, signer, properties, signedInfo);
    }

    private SignDocumentOutcome sign(
            AdesRequest request,
            Instant signingTime,
            PlainXml plain,
            Prepared prepared,
            FileChannel document,
            long endOfRoot)
            throws IOException {
        switch (TokenStep.sign(token, request.key(), octets(prepared.signedInfo()))) {
            case TokenStep.NotMade(SignDocumentOutcome why) -> {
                return why;
            }
            case TokenStep.Made(Bytes signature) -> {
                String value = prepared.text().signatureValue(XmlSignatureValue.of(request.key(), signature));
                return switch (stamp(request, value)) {
                    case Stamp.None(SignDocumentOutcome why) -> why;
                    case Stamp.Made(Optional<TimestampToken> timestamp) -> {
                        SignedXml signed = new SignedXml(
                                prepared.text().id(),
                                plain,
                                request.key().scheme().digest(),
                                limits);
                        byte[] whole = octets(prepared.whole(value, timestamp));
                        yield signed.write(document, endOfRoot, whole, request.signed())
                                .map(digest -> outcome(request, digest, signingTime, timestamp))
                                .orElseGet(EnvelopedXades::anotherDocument);
                    }
                };
            }
        }
    }

    private static SignDocumentOutcome outcome(
            AdesRequest request, Digest digest, Instant signingTime, Optional<TimestampToken> timestamp) {
        long length = request.signed().toFile().length();
        return new Signed(request.signed(), digest, length, signingTime, timestamp);
    }

    private static SignDocumentOutcome anotherDocument() {
        return new Refused(SignRefusal.DOCUMENT_MALFORMED, "with a signature in it the document is another one");
    }

    /** How asking for a timestamp ended. */
    private sealed interface Stamp {
        /** Empty at level B. */
        record Made(Optional<TimestampToken> timestamp) implements Stamp {}

        record None(SignDocumentOutcome why) implements Stamp {}
    }

    /** Over the element ds:SignatureValue. Source: ETSI EN 319 132-1 §5.3. */
    private Stamp stamp(AdesRequest request, String signatureValue) {
        if (request.level() == SignatureLevel.BASELINE_B) {
            return new Stamp.Made(Optional.empty());
        }
        Digest imprint = request.key().scheme().digest().digest(octets(signatureValue));
        return switch (timestamps.timestamp(imprint)) {
            case TimestampOutcome.Granted(TimestampToken granted) -> new Stamp.Made(Optional.of(granted));
            case TimestampOutcome.Rejected(var failInfo, String detail) ->
                new Stamp.None(new Refused(SignRefusal.TIMESTAMP_REJECTED, failInfo + ": " + detail));
            case TimestampOutcome.TimestampDown(var reason, var retryAfter, String detail) ->
                new Stamp.None(new SignDocumentOutcome.TimestampDown(retryAfter, reason + ": " + detail));
        };
    }

    private SignerText signer(CertifiedKey key) {
        if (signers.size() >= MAX_KEYS) {
            signers.clear();
        }
        return signers.computeIfAbsent(key, SignerText::of);
    }

    /** No document holds its own digest, so none has an element of that name already. */
    private static String id(Bytes document, CertifiedKey key, Instant signingTime) {
        byte[] octets = octets(document.hex() + key.certificate().getSerialNumber() + signingTime);
        return "id-" + DigestAlgorithm.SHA256.digest(octets).value().hex().substring(0, ID_DIGITS);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
