package vn.lienthong.exchange.application.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.exchange.application.keypolicy.UseCompanion;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.batch.BatchClaim;
import vn.lienthong.exchange.domain.batch.BatchId;
import vn.lienthong.exchange.domain.content.ContentException;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;
import vn.lienthong.exchange.domain.content.DeclaredBody;
import vn.lienthong.exchange.domain.content.KeptContent;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.sign.NamedDocument;

/** Signs one document of a batch, out of the content store and into it. Thread-safe. */
public final class SignItem {
    private final ContentStore store;
    private final SignOfficialDocument signing;
    private final TermsReader terms;
    private final Clock clock;

    public SignItem(ContentStore store, SignOfficialDocument signing, TermsReader terms, Clock clock) {
        this.store = store;
        this.signing = signing;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * The document has its result, unless the claim does not hold any more: then nothing changed.
     *
     * @throws FailureException if it cannot be signed, or not now
     */
    void sign(BatchClaim claim, Caller owner, Optional<Bytes> image, BatchClaim.Item item) {
        ContentRef ref = item.content();
        try (InputStream octets = store.open(ref);
                Staged source = store.stage(octets, ref.length(), DeclaredBody.of(ref.digest()));
                Results results = new Results(store)) {
            SourceDocument document = new SourceDocument(new NamedDocument(item.name(), source.file()), ref.digest());
            SignDocumentCommand command = terms.command(claim.order().terms(), image, List.of(document));
            Map<String, String> more =
                    Map.of("batch", claim.order().id().toString(), "item", Integer.toString(item.position()));
            signing.sign(owner, command, more, signed -> result(claim, item, results.keep(signed)))
                    .ifPresent(SignedDocument::close);
        } catch (IOException e) {
            throw new FailureException(ContentException.failureOf(e), e);
        }
    }

    private UseCompanion result(BatchClaim claim, BatchClaim.Item item, Staged kept) {
        BatchId batch = claim.order().id();
        return new UseCompanion() {
            @Override
            public boolean isWanted(Ledger ledger) {
                return ledger.batchWork().holds(batch, claim.token(), item.position());
            }

            @Override
            public void record(Ledger ledger) {
                ledger.contentUse().hold(List.of(kept.ref().digest()));
                ledger.batchWork()
                        .signed(
                                batch,
                                item.position(),
                                kept.ref(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS));
                KeptContent.require(kept);
            }
        };
    }

    /** The staging file of a result, until what it became is on the record. */
    private static final class Results implements AutoCloseable {
        private final ContentStore store;
        private Optional<Staged> staged = Optional.empty();

        Results(ContentStore store) {
            this.store = store;
        }

        Staged keep(SignedDocument signed) {
            try (InputStream octets = Files.newInputStream(signed.file())) {
                Staged result = store.stage(octets, signed.length(), DeclaredBody.of(signed.digest()));
                staged = Optional.of(result);
                result.keep();
                return result;
            } catch (IOException e) {
                throw new FailureException(ContentException.failureOf(e), e);
            }
        }

        @Override
        public void close() {
            staged.ifPresent(Staged::close);
        }
    }
}
