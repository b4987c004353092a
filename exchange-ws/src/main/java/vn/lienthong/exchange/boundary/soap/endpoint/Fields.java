package vn.lienthong.exchange.boundary.soap.endpoint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * From the elements of a request to the types of the domain. Each throws {@code parameter-missing} or
 * {@code parameter-invalid} with the name of the element.
 */
final class Fields {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    /** More recipients than the country has agencies down to the communes. */
    private static final int MOST_ORGANS = 20_000;

    private Fields() {}

    static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_MISSING, name));
        }
        return value;
    }

    static DocId docId(@Nullable String text) {
        return known("DocId", DocId.parse(required("DocId", text).strip()));
    }

    static Sha256Digest sha256(@Nullable String text) {
        String hex = required("Sha256", text).strip();
        require(SHA256.matcher(hex).matches(), "Sha256");
        return Sha256Digest.ofHex(hex);
    }

    static long length(@Nullable Long value) {
        long length = required("Length", value);
        require(length >= 0, "Length");
        return length;
    }

    static @Nullable OrganId organ(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        require(OrganId.isWellFormed(text.strip()), name);
        return new OrganId(text.strip());
    }

    static Set<OrganId> organs(String name, Collection<String> texts) {
        require(texts.size() <= MOST_ORGANS, name);
        Set<OrganId> organs = new LinkedHashSet<>();
        texts.forEach(text -> organs.add(required(name, organ(name, text))));
        return organs;
    }

    static @Nullable MessageType messageType(@Nullable String text) {
        return text == null ? null : known("MessageType", MessageType.ofWireName(text.strip()));
    }

    static @Nullable IdempotencyKey idempotencyKey(@Nullable String text) {
        if (text == null) {
            return null;
        }
        require(IdempotencyKey.isWellFormed(text), "IdempotencyKey");
        return new IdempotencyKey(text);
    }

    static DeliveryState state(@Nullable String text) {
        return text == null ? DeliveryState.DONE : known("State", DeliveryState.ofWireName(text.strip()));
    }

    static StatusCode status(@Nullable String text) {
        return known(
                "StatusCode", StatusCode.ofCode(required("StatusCode", text).strip()));
    }

    /** With a time zone: an hour without one is seven hours off for somebody. */
    static @Nullable Instant at(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "At"), e);
        }
    }

    static Page page(@Nullable Integer index, @Nullable Integer size) {
        int number = index == null ? Page.FIRST.index() : index;
        int rows = size == null ? Page.FIRST.size() : size;
        require(Page.isWellFormed(number, rows), "PageSize");
        return new Page(number, rows);
    }

    private static <T> T known(String name, Optional<T> value) {
        return value.orElseThrow(() -> new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, name)));
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, name));
        }
    }
}
