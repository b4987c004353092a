package vn.lienthong.exchange.boundary.rest.uploads;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.upload.Upload;

/** Header fields of tus. Source: tus 1.0.0, "Headers", "Checksum", "Expiration". */
final class TusFields {
    private static final int SHA256 = 32;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private TusFields() {}

    /** @throws FailureException {@code tus-version-not-supported} for any version but ours */
    static void requireVersion(@Nullable String version) {
        if (!TusResponse.VERSION.equals(version)) {
            throw new FailureException(Failure.of(FailureCode.TUS_VERSION_NOT_SUPPORTED, TusResponse.VERSION));
        }
    }

    /** A count of octets. */
    static long count(String name, @Nullable String field) {
        String text = Parameters.required(name, field);
        if (!text.matches("[0-9]{1,18}")) {
            throw Parameters.invalid(name);
        }
        return Long.parseLong(text);
    }

    /** The checksum field, whose one algorithm is {@code sha256}; null where there is none. */
    static @Nullable Sha256Digest checksum(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String[] parts = field.split(" ", 2);
        try {
            if (parts.length == 2 && parts[0].equals("sha256")) {
                byte[] octets = Base64.getDecoder().decode(parts[1]);
                if (octets.length == SHA256) {
                    return Sha256Digest.of(octets);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw Parameters.invalid("Upload-Checksum");
        }
        throw Parameters.invalid("Upload-Checksum");
    }

    static String expires(Upload upload) {
        return HTTP_DATE.format(upload.expiresAt());
    }
}
