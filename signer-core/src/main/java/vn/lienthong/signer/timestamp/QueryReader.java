package vn.lienthong.signer.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.cms.BerElement;

/** Reads a TimeStampReq from outside and says what is wrong with it. Source: RFC 3161 §2.4.1. */
final class QueryReader {
    /** A request with every field set has under 300 octets; extensions are refused anyway. */
    static final int MAX_OCTETS = 64 * 1024;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_NONCE_BITS = 512;

    private QueryReader() {}

    /** What was read. */
    sealed interface Reading {
        record Accepted(TimestampQuery query) implements Reading {}

        record Faulty(PkiFailure failInfo, String detail) implements Reading {}
    }

    static Reading read(byte[] request) {
        if (request.length > MAX_OCTETS) {
            return new Reading.Faulty(PkiFailure.BAD_DATA_FORMAT, "a request has at most " + MAX_OCTETS + " octets");
        }
        if (!BerElement.isWhole(request, MAX_DEPTH)) {
            return new Reading.Faulty(PkiFailure.BAD_DATA_FORMAT, "not the DER of one TimeStampReq");
        }
        try {
            return read(TimeStampReq.getInstance(ASN1Primitive.fromByteArray(request)));
        } catch (IOException | IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            return malformed();
        } catch (ClassCastException | IndexOutOfBoundsException e) {
            // Bouncy Castle casts the elements that it expects, unchecked.
            return malformed();
        }
    }

    private static Reading malformed() {
        return new Reading.Faulty(PkiFailure.BAD_DATA_FORMAT, "not a TimeStampReq");
    }

    private static Reading read(TimeStampReq request) {
        if (!request.getVersion().hasValue(1)) {
            return new Reading.Faulty(PkiFailure.BAD_REQUEST, "only version 1 is known");
        }
        MessageImprint imprint = request.getMessageImprint();
        Optional<DigestAlgorithm> algorithm =
                DigestAlgorithm.ofOid(imprint.getHashAlgorithm().getAlgorithm().getId());
        if (algorithm.isEmpty() || hasParameters(imprint)) {
            return new Reading.Faulty(PkiFailure.BAD_ALG, "the imprint's hash is none that is accepted");
        }
        byte[] hash = imprint.getHashedMessage();
        if (hash.length != algorithm.get().length()) {
            return new Reading.Faulty(PkiFailure.BAD_DATA_FORMAT, "the imprint is not as long as its hash");
        }
        ASN1ObjectIdentifier policy = request.getReqPolicy();
        // RFC 3161 §2.4.1: an extension that is not known, critical or not, is refused. None is known.
        if (request.getExtensions() != null) {
            return new Reading.Faulty(PkiFailure.UNACCEPTED_EXTENSION, "no extension is supported");
        }
        Optional<BigInteger> nonce = Optional.ofNullable(request.getNonce()).map(ASN1Integer::getValue);
        if (nonce.isPresent() && nonce.get().bitLength() > MAX_NONCE_BITS) {
            return new Reading.Faulty(PkiFailure.BAD_REQUEST, "a nonce has at most " + MAX_NONCE_BITS + " bits");
        }
        return new Reading.Accepted(new TimestampQuery(
                new Digest(algorithm.get(), Bytes.of(hash)),
                Optional.ofNullable(policy).map(ASN1ObjectIdentifier::getId),
                nonce,
                request.getCertReq() != null && request.getCertReq().isTrue()));
    }

    private static boolean hasParameters(MessageImprint imprint) {
        ASN1Encodable parameters = imprint.getHashAlgorithm().getParameters();
        return parameters != null && !DERNull.INSTANCE.equals(parameters.toASN1Primitive());
    }
}
