package vn.lienthong.exchange.application.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
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
import org.junit.jupiter.api.Test;
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

    @Test
    void tellsEachOnceHoweverManyWorkersThereAre() throws Exception {
        Holder holder = holder(remote.client(false, null));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3 * SendResponseNotices.AT_ONCE; i++) {
            expected.add(RemoteSigning.NOTICES + " " + keep(holder).value());
        }
        List<Callable<Integer>> workers = Collections.nCopies(6, () -> notices().run());
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            for (var worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isLessThanOrEqualTo(SendResponseNotices.AT_ONCE);
            }
        }
        assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
        remote.clock.advance(Duration.ofHours(1));
        assertThat(notices().run()).isZero();
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
        assertThat(notices().run()).isEqualTo(1);
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
