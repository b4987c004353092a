package vn.lienthong.exchange.boundary.rest.registers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.register.BookName;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.edxml.XmlText;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Direction;

/** Texts of requests about registers as types. */
final class RegisterParameters {
    private RegisterParameters() {}

    /** @throws FailureException {@code not-found} for what is no direction or year */
    static BookName book(@Nullable String agency, String direction, String year) {
        Direction named = Direction.ofWireName(direction).orElseThrow(() -> notFound(direction));
        if (!year.matches("[0-9]{4}") || !BookId.isYear(Integer.parseInt(year))) {
            throw notFound(year);
        }
        return new BookName(Parameters.optionalAgency("agency", agency), named, Integer.parseInt(year));
    }

    static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1000 || date.getYear() > 9999) {
                throw Parameters.invalid(name);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw Parameters.invalid(name);
        }
    }

    /** At most so many characters that a document can carry, without blanks at its ends; empty where there is none. */
    static String text(String name, @Nullable String text, int longest) {
        String given = text == null ? "" : text.strip();
        if (given.length() > longest || !XmlText.fits(given)) {
            throw Parameters.invalid(name);
        }
        return given;
    }

    /** An abbreviation of a kind of document, or empty. */
    static String kind(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (!DocumentKind.isWellFormed(text)) {
            throw Parameters.invalid(name);
        }
        return text;
    }

    static @Nullable Sha256Digest digest(String name, @Nullable String hex) {
        if (hex == null) {
            return null;
        }
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw Parameters.invalid(name);
        }
        return Sha256Digest.ofHex(hex);
    }

    private static FailureException notFound(String what) {
        return new FailureException(Failure.of(FailureCode.NOT_FOUND, what));
    }
}
