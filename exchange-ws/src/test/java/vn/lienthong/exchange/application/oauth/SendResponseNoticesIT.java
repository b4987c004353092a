package vn.lienthong.exchange.application.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.application.remote.RemoteSigning;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.domain.oauth.ResponseNotifier;

/** Notices over a real database, told to an application that is here. */
class SendResponseNoticesIT {
    @TempDir
    static Path folder;

    private static RemoteSigning remote;
    private static StoredResponses responses;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private boolean takesNotice = true;
    private final ResponseNotifier application = (URI address, String id) -> {
        told.add(address + " " + id);
        return CompletableFuture.completedFuture(takesNotice);
    };

    @BeforeAll
    static void start() {
        remote = new RemoteSigning(folder);
        responses =
                new StoredResponses(remote.exchange.unitOfWork, remote.exchange.ids, new SecureRandom(), remote.clock);
    }

    /** What another test left untold is not this one's. */
    @BeforeEach
    void empty() throws SQLException {
        try (Connection connection = remote.exchange.owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from outbox");
        }
    }

    @Test
    void tellsEachOnceHoweverManyWorkersThereAre() throws Exception {
        Holder holder = holder(remote.client(false, null));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            expected.add(RemoteSigning.NOTICES + " " + keep(holder).value());
        }
        List<Callable<Boolean>> workers = Collections.nCopies(6, () -> {
            SendResponseNotices worker = notices();
            while (worker.run()) {
                assertThat(told.size()).isLessThanOrEqualTo(expected.size());
            }
            return true;
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            for (var worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        remote.clock.advance(Duration.ofHours(1));
        assertThat(notices().run()).isFalse();
        assertThat(told).hasSameSizeAs(expected);
    }

    /** Whoever registered an address that answers slowly, or never, keeps its own notices waiting and nobody else's. */
    @Test
    @Timeout(60)
    void aSlowAddressHoldsNobodyElse() {
        Holder slow = holder(remote.client(false, null));
        Holder quick = holder(remote.client(false, null));
        List<CompletableFuture<Boolean>> open = Collections.synchronizedList(new ArrayList<>());
        List<String> slows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slows.add(keep(slow).value());
        }
        SendResponseNotices worker = new SendResponseNotices(
                remote.exchange.unitOfWork,
                (address, id) -> {
                    told.add(id);
                    CompletableFuture<Boolean> answer = new CompletableFuture<>();
                    if (slows.contains(id)) {
                        open.add(answer);
                    } else {
                        answer.complete(true);
                    }
                    return answer;
                },
                remote.clock);
        assertThat(worker.run()).isTrue();
        assertThat(open).hasSizeBetween(1, 10);
        for (int i = 0; i < 3; i++) {
            String id = keep(quick).value();
            worker.run();
            assertThat(told).contains(id);
        }
        // What was told is settled, and not told again when the claim has run out.
        int before = told.size();
        worker.run();
        assertThat(told).hasSize(before);
        open.forEach(answer -> answer.completeExceptionally(new IllegalStateException("gone")));
        open.clear();
        worker.run();
        worker.run();
        assertThat(open).hasSizeBetween(1, 10);
    }

    @Test
    void givesUpAfterAWhile() {
        keep(holder(remote.client(false, null)));
        takesNotice = false;
        for (int i = 0; i < 20; i++) {
            notices().run();
            remote.clock.advance(Duration.ofMinutes(10));
        }
        assertThat(told).hasSize(6);
    }

    @Test
    void tellsNobodyWhereTheOperatorTookTheAddressAway() {
        OAuthClient client = remote.client(false, null);
        Holder holder = holder(client);
        keep(holder);
        remote.exchange.unitOfWork.inTransaction(ledger -> ledger.clients()
                .put(new OAuthClient(
                        client.id(), client.name(), null, null, client.redirectUris(), List.of(), false, null)));
        assertThat(notices().run()).isTrue();
        assertThat(told).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> responses.keep(
                        holder, "{}", Duration.ofMinutes(1), Optional.of("https://khac.example/thong-bao")));
    }

    private SendResponseNotices notices() {
        return new SendResponseNotices(remote.exchange.unitOfWork, application, remote.clock);
    }

    private static Holder holder(OAuthClient client) {
        return remote.holder(remote.official(), client);
    }

    private static OpaqueToken keep(Holder holder) {
        return responses.keep(holder, "{}", Duration.ofMinutes(1), Optional.of(RemoteSigning.NOTICES));
    }
}
