package vn.lienthong.exchange.boundary.rest.registers;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.Place;

/** A register as it stands. */
@Schema(name = "Register")
record BookView(
        @Schema(
                required = true,
                enumeration = {"outgoing", "incoming"})
        String direction,

        @Schema(required = true) int year,

        @Schema(required = true) String agency,

        @Schema(required = true, description = "Kinds of documents that are numbered apart, by abbreviation")
        List<String> ownSeries,

        @Schema(required = true) Instant openedAt,

        @Schema(required = true) List<Counter> counters,

        @Schema(description = "Left out while the register is open", nullable = true) @Nullable Closed closed) {

    /** How far a series has come. */
    @Schema(name = "RegisterCounter")
    record Counter(
            @Schema(description = "Left out for the series that all other kinds share", nullable = true) @Nullable String series,

            @Schema(required = true) int lastNumber) {

        static Counter of(Place last) {
            return new Counter(last.series().isEmpty() ? null : last.series(), last.number());
        }
    }

    /** How a register ended. */
    @Schema(name = "RegisterClosing")
    record Closed(
            @Schema(required = true) Instant at,

            @Schema(required = true) String by,

            @Schema(required = true, description = "How many numbers were given, cancelled ones too")
            int entries,

            @Schema(
                    required = true,
                    description = "SHA-256 of the register as XML, which stands in the sealed audit log")
            String xmlSha256,

            @Schema(
                    description = "SHA-256 of its print; left out until that is made: repeat the closing then",
                    nullable = true)
            @Nullable String pdfSha256,

            @Schema(required = true, description = "Whether the print has a PAdES signature of the agency's key")
            boolean sealed,

            @Schema(description = "The key", nullable = true) @Nullable String sealedWith) {

        static @Nullable Closed of(@Nullable Closing closing) {
            if (closing == null) {
                return null;
            }
            Closing.Print print = closing.print();
            return new Closed(
                    closing.at(),
                    closing.by(),
                    closing.entries(),
                    closing.xml().digest().hex(),
                    print == null ? null : print.pdf().digest().hex(),
                    print != null && print.sealedWith() != null,
                    print == null ? null : print.sealedWith());
        }
    }

    static BookView of(Book book) {
        return new BookView(
                book.id().direction().wireName(),
                book.id().year(),
                book.id().agency().value(),
                book.ownSeries().stream().sorted().toList(),
                book.openedAt(),
                book.counters().stream().map(Counter::of).toList(),
                Closed.of(book.closing()));
    }
}
