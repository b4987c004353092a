package vn.lienthong.exchange.domain.agency.imports;

import java.util.Optional;
import vn.lienthong.exchange.domain.content.Sha256Digest;

/** A file of agencies that is being read. To be used by one thread. */
public interface AgencyLines {

    /**
     * The next line, or empty behind the last one.
     *
     * @throws vn.lienthong.exchange.domain.failure.FailureException {@code directory-file-invalid} behind the last one, with
     *     the faults of all lines, if there are any; {@code body-too-large}, {@code body-truncated}
     */
    Optional<AgencyLine> next();

    /** Of the octets read so far. */
    Sha256Digest digest();
}
