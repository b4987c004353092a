package vn.lienthong.exchange.application.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.capacity.Gate;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.EntryFilter;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.RegisterWriter;

/**
 * A register, or a range of days of it, as a document. One that is closed is given out as it was closed, octet for octet.
 * Thread-safe; memory does not grow with the register.
 */
public final class PrintRegister {
    private final UnitOfWork unitOfWork;
    private final ReadRegister reading;
    private final ContentStore store;
    private final RegisterWriter xml;
    private final RegisterWriter pdf;
    private final Path temporaryFolder;
    private final IdSource ids;

    /** Setting a year's register keeps a core busy for seconds. */
    private final Gate gate = new Gate(2, Duration.ofSeconds(30));

    public PrintRegister(
            UnitOfWork unitOfWork,
            ContentStore store,
            RegisterWriter xml,
            RegisterWriter pdf,
            Path temporaryFolder,
            IdSource ids) {
        this.unitOfWork = unitOfWork;
        this.reading = new ReadRegister(unitOfWork);
        this.store = store;
        this.xml = xml;
        this.pdf = pdf;
        this.temporaryFolder = temporaryFolder;
        this.ids = ids;
    }

    /** The register as XML, which the caller closes. */
    public WrittenRegister xml(Caller caller, BookName name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return written(caller, name, new Range(from, to), xml, ".xml", Closing::xml);
    }

    /** The register as PDF, which the caller closes. */
    public WrittenRegister pdf(Caller caller, BookName name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return written(
                caller,
                name,
                new Range(from, to),
                pdf,
                ".pdf",
                closing -> closing.print() == null ? null : closing.print().pdf());
    }

    private WrittenRegister written(
            Caller caller,
            BookName name,
            Range range,
            RegisterWriter writer,
            String extension,
            Function<Closing, @Nullable ContentRef> kept) {
        Book book = reading.book(caller, name);
        Closing closing = book.closing();
        ContentRef whole = closing == null || !range.isWhole() ? null : kept.apply(closing);
        if (whole != null) {
            return new Stored(store, whole);
        }
        Extract extract = unitOfWork.reading(ledger ->
                Extracts.of(ledger, book.id(), range.from(), range.to(), closing == null ? null : closing.at(), null));
        return new Temporary(written(writer, extract, extension));
    }

    /** The entries of the extract in a temporary file. */
    RegisterFile written(RegisterWriter writer, Extract extract, String extension) {
        EntryFilter days = EntryFilter.days(extract.from(), extract.to());
        try (Gate.Pass _ = gate.enter()) {
            return RegisterFile.written(
                    temporary(extension), out -> writer.write(extract, reading.all(extract.book(), days), out));
        }
    }

    /** All of a register as XML, read within a transaction that keeps it as it is. */
    RegisterFile xml(Ledger ledger, Extract extract) {
        EntryPages all = new EntryPages(
                after -> ledger.registers().list(extract.book(), EntryFilter.ALL, after, EntryPages.SIZE));
        return RegisterFile.written(temporary(".xml"), out -> xml.write(extract, all, out));
    }

    private Path temporary(String extension) {
        return temporaryFolder.resolve("register-" + ids.next() + extension);
    }

    private record Range(@Nullable LocalDate from, @Nullable LocalDate to) {
        private Range {
            if (from != null && to != null && to.isBefore(from)) {
                throw OwnBooks.failure(FailureCode.PARAMETER_INVALID, "to");
            }
        }

        boolean isWhole() {
            return from == null && to == null;
        }
    }

    private record Stored(ContentStore store, ContentRef ref) implements WrittenRegister {
        @Override
        public InputStream open() throws IOException {
            return store.open(ref);
        }

        @Override
        public void close() {
            // it stays
        }
    }

    private record Temporary(RegisterFile file) implements WrittenRegister {
        @Override
        public ContentRef ref() {
            return file.ref();
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
