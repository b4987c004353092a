package vn.lienthong.exchange.boundary.soap.fault;

import jakarta.xml.bind.UnmarshalException;
import java.io.IOException;
import org.apache.cxf.io.CacheSizeExceededException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Finds the failure behind whatever was thrown while a SOAP request was answered. */
public final class FailureReader {
    /** Chains of causes are shorter; a longer one has a cycle. */
    private static final int MOST_CAUSES = 20;

    private FailureReader() {}

    /** The failure that was meant; {@code internal} where none was. */
    public static Failure failureOf(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        Failure guess = Failure.of(FailureCode.INTERNAL);
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            switch (cause) {
                case FailureException known -> {
                    return known.failure();
                }
                case ContentException known -> {
                    return known.failure();
                }
                case CacheSizeExceededException aside -> {
                    return Failure.of(FailureCode.BODY_TOO_LARGE, "multipart/related");
                }
                case UnmarshalException unmarshal -> guess = Failure.of(FailureCode.PARAMETER_INVALID, "Body");
                case IOException brokenOff -> guess = Failure.of(FailureCode.BODY_TRUNCATED);
                default -> {}
            }
        }
        return guess;
    }
}
