package vn.lienthong.signer.sign.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.DssJson;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.sign.SignDocumentOutcome;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.timestamp.TimestampToken;

/** Our source of timestamps as DSS asks for one; remembers the outcome. For one signature; not thread-safe. */
public final class TimestampBridge implements TSPSource {
    private static final long serialVersionUID = 1L;

    private final transient TimestampSource source;
    private transient @Nullable TimestampOutcome outcome;

    public TimestampBridge(TimestampSource source) {
        this.source = source;
    }

    /** Says that there is no timestamp; {@link TimestampBridge#refusal} says why. */
    public static final class NoTimestamp extends DSSException {
        private static final long serialVersionUID = 1L;

        NoTimestamp() {
            super("no timestamp");
        }
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        Digest imprint = new Digest(
                vn.lienthong.signer.algorithm.DigestAlgorithm.ofOid(algorithm.getOid())
                        .orElseThrow(() -> new IllegalStateException("DSS was told which digest to use")),
                Bytes.of(digest));
        TimestampOutcome asked = DssJson.outside(() -> source.timestamp(imprint));
        outcome = asked;
        if (asked instanceof TimestampOutcome.Granted granted) {
            return new TimestampBinary(granted.token().der().toArray());
        }
        throw new NoTimestamp();
    }

    /** The latest token; empty if none was asked for. */
    public Optional<TimestampToken> token() {
        return outcome instanceof TimestampOutcome.Granted(TimestampToken token)
                ? Optional.of(token)
                : Optional.empty();
    }

    /** What to answer when {@link NoTimestamp} was thrown. */
    public SignDocumentOutcome refusal() {
        return switch (outcome) {
            case TimestampOutcome.Rejected(var failInfo, String detail) ->
                new SignDocumentOutcome.Refused(SignRefusal.TIMESTAMP_REJECTED, failInfo + ": " + detail);
            case TimestampOutcome.TimestampDown(var reason, var retryAfter, String detail) ->
                new SignDocumentOutcome.TimestampDown(retryAfter, reason + ": " + detail);
            case TimestampOutcome.Granted granted -> throw new IllegalStateException("a timestamp was granted");
            case null -> throw new IllegalStateException("no timestamp was asked for");
        };
    }
}
