package vn.lienthong.bench.dss;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.timestamp.TimestampOutcome;
import vn.lienthong.signer.timestamp.TimestampSource;

/** Timestamps for DSS by the same authority that our own signer asks: the comparison is about the rest. */
final class TokenTspSource implements TSPSource {
    private static final long serialVersionUID = 1L;

    private final transient TimestampSource timestamps;

    TokenTspSource(TimestampSource timestamps) {
        this.timestamps = timestamps;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        Digest imprint = new Digest(
                vn.lienthong.signer.algorithm.DigestAlgorithm.ofOid(algorithm.getOid())
                        .orElseThrow(() -> new DSSException("not a digest of ours: " + algorithm)),
                Bytes.of(digest));
        if (timestamps.timestamp(imprint) instanceof TimestampOutcome.Granted granted) {
            return new TimestampBinary(granted.token().der().toArray());
        }
        throw new DSSException("no timestamp");
    }
}
