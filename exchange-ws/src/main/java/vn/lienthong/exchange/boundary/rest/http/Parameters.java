package vn.lienthong.exchange.boundary.rest.http;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** Texts from outside as types; what is malformed is refused by the name of its parameter. */
public final class Parameters {
    private Parameters() {}

    /** @throws FailureException {@code not-found}: what is no id names nothing */
    public static DocId docId(String text) {
        return DocId.parse(text).orElseThrow(() -> failure(FailureCode.NOT_FOUND, "id"));
    }

    /** @throws FailureException {@code not-found}: what is no id names nothing */
    public static DispatchId dispatchId(String text) {
        return new DispatchId(docId(text).value());
    }

    /** @throws FailureException {@code not-found}: what is no id names nothing */
    public static DeliveryId deliveryId(String text) {
        return new DeliveryId(docId(text).value());
    }

    public static OrganId agency(String name, String text) {
        if (!OrganId.isWellFormed(text)) {
            throw invalid(name);
        }
        return new OrganId(text);
    }

    public static @Nullable OrganId optionalAgency(String name, @Nullable String text) {
        return text == null || text.isEmpty() ? null : agency(name, text);
    }

    public static Set<OrganId> agencies(String name, Collection<String> texts) {
        if (texts.size() > 1000) {
            throw invalid(name);
        }
        return texts.stream().map(text -> agency(name, text)).collect(Collectors.toUnmodifiableSet());
    }

    /** {@code edoc} where none is given. */
    public static MessageType type(@Nullable String text) {
        return text == null ? MessageType.EDOC : MessageType.ofWireName(text).orElseThrow(() -> invalid("type"));
    }

    public static int between(String name, @Nullable Integer given, int otherwise, int least, int most) {
        int value = given == null ? otherwise : given;
        if (value < least || value > most) {
            throw invalid(name);
        }
        return value;
    }

    public static Duration seconds(String name, @Nullable Integer given, Duration otherwise, Duration most) {
        return Duration.ofSeconds(
                between(name, given, Math.toIntExact(otherwise.toSeconds()), 0, Math.toIntExact(most.toSeconds())));
    }

    /**
     * A body that announces more than may come is refused before any of it is read.
     *
     * @throws FailureException {@code body-too-large}
     */
    public static void atMost(@Nullable String contentLength, long most) {
        if (length(contentLength) > most) {
            throw failure(FailureCode.BODY_TOO_LARGE, Long.toString(most));
        }
    }

    /** The Content-Length field in octets, or -1 where there is none. */
    public static long length(@Nullable String contentLength) {
        if (contentLength == null) {
            return -1;
        }
        try {
            return Math.max(Long.parseLong(contentLength), 0);
        } catch (NumberFormatException e) {
            throw invalid("Content-Length");
        }
    }

    /** The Idempotency-Key field: bare, or quoted as a structured field's string. */
    public static @Nullable IdempotencyKey idempotencyKey(@Nullable String field) {
        if (field == null) {
            return null;
        }
        boolean quoted = field.length() >= 2 && field.startsWith("\"") && field.endsWith("\"");
        String key = quoted ? field.substring(1, field.length() - 1) : field;
        if (!IdempotencyKey.isWellFormed(key) || key.indexOf('"') >= 0) {
            throw invalid("Idempotency-Key");
        }
        return new IdempotencyKey(key);
    }

    public static <T> T required(String name, @Nullable T value) {
        return Optional.ofNullable(value).orElseThrow(() -> failure(FailureCode.PARAMETER_MISSING, name));
    }

    public static FailureException invalid(String name) {
        return failure(FailureCode.PARAMETER_INVALID, name);
    }

    private static FailureException failure(FailureCode code, String argument) {
        return new FailureException(Failure.of(code, argument));
    }
}
