package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.it.OwnServers;
import vn.lienthong.exchange.it.ServerProcess;

/**
 * The server is killed while it signs hashes of one authorisation. Afterwards no hash that was answered is signed again,
 * and of the others no more are lost than were under way.
 */
class CscKillIT {
    private static final int HASHES = 60;
    private static final int AT_ONCE = 8;
    /** After so many answers the server is killed; odd ones sign bare hashes, even ones documents. */
    private static final int[] MOMENTS = {3, 24};

    @RegisterExtension
    final OwnServers servers = new OwnServers("csc-kill-state", 50);

    @Test
    void signsNoHashTwiceHoweverOftenItIsKilled() throws Exception {
        ServerProcess server = servers.start();
        try {
            for (int moment : MOMENTS) {
                String password = CscServer.enrol(CscServer.OFFICIAL).password(0);
                String token = CscSigningIT.serviceToken(CscServer.TRUSTED, CscServer.OFFICIAL);
                String credential = CscSigningIT.credential(token);
                List<String> texts = new ArrayList<>();
                for (int i = 0; i < HASHES; i++) {
                    texts.add("văn bản " + moment + "-" + i);
                }
                String sad = authorize(token, credential, password, texts);

                Set<String> first = signUntilKilled(server, moment, token, credential, sad, texts);
                server = servers.start();
                Set<String> second = sign(moment, new AtomicInteger(), token, credential, sad, texts);

                assertThat(second).doesNotContainAnyElementsOf(first);
                Set<String> signed = new HashSet<>(first);
                signed.addAll(second);
                assertThat(signed).hasSizeGreaterThanOrEqualTo(HASHES - AT_ONCE);
                assertThat(sign(moment, new AtomicInteger(), token, credential, sad, texts))
                        .isEmpty();
            }
        } finally {
            server.close();
        }
    }

    static String authorize(String token, String credential, String password, List<String> texts) throws Exception {
        StringBuilder hashes = new StringBuilder();
        texts.forEach(text -> hashes.append(hashes.isEmpty() ? "\"" : ",\"")
                .append(CscServer.sha256(text))
                .append('"'));
        Answer answer = CscServer.call(
                "credentials/authorize",
                token,
                "{\"credentialID\":\"" + credential + "\",\"numSignatures\":" + HASHES + ",\"hashes\":[" + hashes
                        + "],\"authData\":[{\"id\":\"PIN\",\"value\":\"" + CscServer.PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + password + "\"}]}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("SAD").asText();
    }

    private static Set<String> signUntilKilled(
            ServerProcess server, int moment, String token, String credential, String sad, List<String> texts)
            throws Exception {
        AtomicInteger answers = new AtomicInteger();
        Thread killer = Thread.ofPlatform().start(() -> {
            while (answers.get() < moment && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            server.kill();
        });
        Set<String> signed = sign(moment, answers, token, credential, sad, texts);
        killer.interrupt();
        killer.join();
        return signed;
    }

    /** The texts whose signatures were answered; each is asked for by a call of its own. */
    private static Set<String> sign(
            int moment, AtomicInteger answers, String token, String credential, String sad, List<String> texts)
            throws Exception {
        Set<String> signed = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> calls = new ArrayList<>();
            for (String text : texts) {
                calls.add(threads.submit(() -> {
                    try {
                        Answer answer = moment % 2 == 0
                                ? CscServer.call(
                                        "signatures/signDoc", token, SignDocClient.cades(credential, sad, text))
                                : CscServer.call(
                                        "signatures/signHash",
                                        token,
                                        CscSigningIT.signHash(credential, sad, "1.2.840.113549.1.1.11", "", text));
                        if (answer.status() == 200) {
                            signed.add(text);
                            answers.incrementAndGet();
                        } else {
                            assertThat(answer.error()).endsWith(": Hash is not authorized by the SAD");
                        }
                    } catch (IOException e) {
                        // no answer: the server was killed meanwhile
                        assertThat(e).isNotNull();
                    }
                    return null;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        return signed;
    }
}
