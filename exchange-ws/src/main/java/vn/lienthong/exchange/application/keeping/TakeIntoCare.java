package vn.lienthong.exchange.application.keeping;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keypolicy.UseCompanion;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptId;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.timestamp.TimestampHorizon;
import vn.lienthong.signer.timestamp.TimestampToken;

/** Takes a file that was just signed into the server's care. Thread-safe. */
public final class TakeIntoCare {
    private final ContentStore store;
    private final IdSource ids;
    private final Clock clock;

    public TakeIntoCare(ContentStore store, IdSource ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was signed.
     *
     * @param detached the documents that it is over, where it does not hold them
     * @param reached the level that it has
     * @param missing what kept it from having more; null if it has what was asked
     * @param timestamp its newest
     */
    public record Fresh(
            String owner,
            Path file,
            String mediaType,
            List<NamedDocument> detached,
            SignatureLevel asked,
            SignatureLevel reached,
            @Nullable FailureCode missing,
            Optional<TimestampToken> timestamp) {
        public Fresh {
            detached = List.copyOf(detached);
        }
    }

    /** The file is in the content store; it is in the server's care once the companion is recorded. The caller closes it. */
    public Taken take(Fresh fresh) {
        Taken taken = new Taken();
        boolean complete = false;
        try {
            Staged file = taken.stage(fresh.file());
            List<KeptSignature.Document> documents = new ArrayList<>();
            for (NamedDocument document : fresh.detached()) {
                documents.add(new KeptSignature.Document(
                        document.name(), taken.stage(document.file()).ref()));
            }
            taken.recorded = Optional.of(new Recorded(kept(fresh, file), List.copyOf(documents)));
            complete = true;
            return taken;
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        } finally {
            if (!complete) {
                taken.close();
            }
        }
    }

    private KeptSignature kept(Fresh fresh, Staged file) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean awaiting = fresh.missing() != null;
        Instant horizon = fresh.timestamp().flatMap(TimestampHorizon::of).orElse(null);
        boolean renewed = fresh.reached() == SignatureLevel.BASELINE_LTA;
        return new KeptSignature(
                new KeptId(ids.next()),
                fresh.owner(),
                fresh.mediaType(),
                level(fresh.asked()),
                new KeptSignature.Version(1, file.ref(), level(fresh.reached()), now),
                awaiting ? KeptState.AWAITING : KeptState.COMPLETE,
                fresh.missing(),
                horizon,
                awaiting ? CarePlan.retry(now, 0) : renewed ? CarePlan.renewal(now, horizon) : null,
                0);
    }

    static BaselineLevel level(SignatureLevel level) {
        return switch (level) {
            case BASELINE_B -> BaselineLevel.B;
            case BASELINE_T -> BaselineLevel.T;
            case BASELINE_LT -> BaselineLevel.LT;
            case BASELINE_LTA -> BaselineLevel.LTA;
        };
    }

    private record Recorded(KeptSignature kept, List<KeptSignature.Document> documents) {}

    /** A file on its way into the server's care; of one thread. */
    public final class Taken implements UseCompanion, AutoCloseable {
        private final List<Staged> staged = new ArrayList<>();
        private Optional<Recorded> recorded = Optional.empty();

        private Taken() {}

        private Staged stage(Path file) throws IOException {
            try (InputStream octets = Files.newInputStream(file)) {
                Staged copy = store.stage(octets, Long.MAX_VALUE, DeclaredBody.anything());
                staged.add(copy);
                copy.keep();
                return copy;
            }
        }

        public KeptSignature kept() {
            return recorded.orElseThrow().kept();
        }

        @Override
        public boolean isWanted(Ledger ledger) {
            return true;
        }

        @Override
        public void record(Ledger ledger) {
            ledger.contentUse()
                    .hold(staged.stream().map(copy -> copy.ref().digest()).toList());
            ledger.keptSignatures().put(kept(), recorded.orElseThrow().documents());
            staged.forEach(KeptContent::require);
        }

        @Override
        public void close() {
            staged.forEach(Staged::close);
        }
    }
}
