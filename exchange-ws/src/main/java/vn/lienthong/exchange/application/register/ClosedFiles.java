package vn.lienthong.exchange.application.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Book;
import vn.lienthong.exchange.domain.register.BookId;
import vn.lienthong.exchange.domain.register.Closing;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.Extract;
import vn.lienthong.exchange.domain.register.RegisterWriter;
import vn.lienthong.signer.token.KeyAlias;

/** The files of a closed register: all of it as XML, and its print, sealed where there is a key. Thread-safe. */
public final class ClosedFiles {
    private final UnitOfWork unitOfWork;
    private final PrintRegister printing;
    private final ContentStore store;
    private final RegisterWriter pdf;
    private final PrintSeal seal;
    private final Clock clock;

    public ClosedFiles(
            UnitOfWork unitOfWork,
            PrintRegister printing,
            ContentStore store,
            RegisterWriter pdf,
            PrintSeal seal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.printing = printing;
        this.store = store;
        this.pdf = pdf;
        this.seal = seal;
        this.clock = clock;
    }

    /** @throws FailureException if the caller may not sign with that key now */
    void requireKey(Caller caller, KeyAlias key) {
        seal.require(caller, key);
    }

    /** All of the register is on stable storage, as it stands: the transaction holds its lock, so nothing of it changes. */
    ContentRef keepXml(Ledger ledger, BookId book, Instant closedAt) {
        Extract extract = Extracts.of(ledger, book, null, null, closedAt, null);
        try (RegisterFile written = printing.xml(ledger, extract);
                Staged staged = staged(written.file())) {
            keep(ledger, staged);
            return staged.ref();
        }
    }

    /** The closed register has its print; another's, if that came first. */
    void print(Caller caller, Book closed, Optional<KeyAlias> key) {
        Closing closing = Objects.requireNonNull(closed.closing());
        Extract extract = unitOfWork.reading(ledger -> Extracts.of(
                ledger,
                closed.id(),
                null,
                null,
                closing.at(),
                new Extract.LastWords(closing.entries(), closing.xml().digest(), key.isPresent())));
        try (RegisterFile written = printing.written(pdf, extract, ".pdf")) {
            if (key.isEmpty()) {
                record(caller, closed.id(), written.file(), null);
                return;
            }
            try (SignedDocument signed = seal.seal(caller, key.get(), written, reason(closed.id()))) {
                record(caller, closed.id(), signed.file(), key.get());
            }
        }
    }

    private void record(Caller caller, BookId book, Path file, @Nullable KeyAlias key) {
        try (Staged staged = staged(file)) {
            unitOfWork.inTransaction(ledger -> {
                Book locked = ledger.registers().lockBook(book).orElseThrow();
                if (locked.closing() == null || locked.closing().print() != null) {
                    return false;
                }
                keep(ledger, staged);
                String sealedWith = key == null ? null : key.value();
                ledger.registers().printed(book, new Closing.Print(staged.ref(), sealedWith));
                TreeMap<String, String> details = new TreeMap<>(Map.of(
                        "register", book.name(),
                        "sha256", staged.ref().digest().hex(),
                        "key", sealedWith == null ? "" : sealedWith));
                ledger.audit()
                        .append(new AuditNote(
                                Deed.REGISTER_PRINTED,
                                clock.instant(),
                                book.agency(),
                                caller.name(),
                                null,
                                null,
                                details));
                return true;
            });
        }
    }

    /** In this order nobody sweeps them away between their being there and their being referred to. */
    private static void keep(Ledger ledger, Staged staged) {
        ledger.contentUse().hold(List.of(staged.ref().digest()));
        KeptContent.require(staged);
    }

    private Staged staged(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return store.stage(in, Long.MAX_VALUE, DeclaredBody.anything());
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    private static String reason(BookId book) {
        String which = book.direction() == Direction.OUTGOING ? "văn bản đi" : "văn bản đến";
        return "Đóng sổ đăng ký " + which + " năm " + book.year();
    }
}
