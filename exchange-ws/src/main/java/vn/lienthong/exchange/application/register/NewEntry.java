package vn.lienthong.exchange.application.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.IdempotencyKey;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.EntryColumns;
import vn.lienthong.exchange.domain.register.Handover;
import vn.lienthong.exchange.domain.register.Registers.Request;

/**
 * What somebody wants a number for.
 *
 * @param dispatch of the exchange: what is known of it is taken from there where the columns are empty
 * @param document digest of the document's file
 * @param key under which the same request gets the same number
 */
public record NewEntry(
        EntryColumns columns,
        Handover handover,
        @Nullable DocId dispatch,
        @Nullable Sha256Digest document,
        @Nullable IdempotencyKey key) {

    /** The request under its name, or null if it has none. */
    @Nullable Request request(BookId book) {
        return key == null ? null : new Request(key, digest(book + " " + columns + handover + dispatch + document));
    }

    private static Sha256Digest digest(String text) {
        try {
            return Sha256Digest.of(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
