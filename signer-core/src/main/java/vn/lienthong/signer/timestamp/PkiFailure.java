package vn.lienthong.signer.timestamp;

import java.util.Arrays;
import java.util.Optional;

/** Why a time-stamping authority rejects a request. Source: RFC 3161 §2.4.2. */
public enum PkiFailure {
    /** Unrecognised or unsupported algorithm. */
    BAD_ALG(0),
    /** Transaction not permitted or supported. */
    BAD_REQUEST(2),
    /** The octets submitted have the wrong format. */
    BAD_DATA_FORMAT(5),
    /** The authority's time source is not available. */
    TIME_NOT_AVAILABLE(14),
    /** The requested policy is not supported. */
    UNACCEPTED_POLICY(15),
    /** The requested extension is not supported. */
    UNACCEPTED_EXTENSION(16),
    /** The additional information requested could not be understood or is not available. */
    ADD_INFO_NOT_AVAILABLE(17),
    /** The request cannot be answered because of a failure of the system. */
    SYSTEM_FAILURE(25);

    private final int bit;

    PkiFailure(int bit) {
        this.bit = bit;
    }

    /** The failure of this bit of PKIFailureInfo, or empty for a bit that RFC 3161 does not name. */
    public static Optional<PkiFailure> ofBit(int bit) {
        return Arrays.stream(values()).filter(f -> f.bit == bit).findFirst();
    }

    /** Position in the bit string PKIFailureInfo. */
    public int bit() {
        return bit;
    }
}
