package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;

/** Our source of timestamps as DSS asks for one; remembers the outcome. For one signature; not thread-safe. */
final class TimestampBridge implements TSPSource {
    private static final long serialVersionUID = 1L;

    private final transient TimestampSource source;
    private transient @Nullable TimestampOutcome outcome;

    TimestampBridge(TimestampSource source) {
        this.source = source;
    }

    /** Says that there is no timestamp; {@link TimestampBridge#outcome} says why. */
    static final class NoTimestamp extends DSSException {
        private static final long serialVersionUID = 1L;

        NoTimestamp() {
            super("no timestamp");
        }
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        TimestampOutcome asked = source.timestamp(new Digest(
                vn.lienthong.signer.algorithm.DigestAlgorithm.ofOid(algorithm.getOid())
                        .orElseThrow(() -> new IllegalStateException("DSS was told which digest to use")),
                Bytes.of(digest)));
        outcome = asked;
        if (asked instanceof TimestampOutcome.Granted granted) {
            return new TimestampBinary(granted.token().der().toArray());
        }
        throw new NoTimestamp();
    }

    /** What the source said, or null if it was not asked. */
    @Nullable TimestampOutcome outcome() {
        return outcome;
    }
}
