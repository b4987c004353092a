package vn.lienthong.hsm.tool;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.lienthong.hsm.perform.OpenToken;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.CryptokiSession;
import vn.lienthong.signer.token.cryptoki.DigestSigner;
import vn.lienthong.signer.token.cryptoki.SessionAccess;

/** How many signatures a second the token makes with 1, 2, 4 and 8 sessions, as far as the profile has sessions. */
final class Bench {
    private static final int[] SESSIONS = {1, 2, 4, 8};
    private static final long LONGEST_SECONDS = 60;

    private final Arguments arguments;
    private final PrintStream out;

    Bench(Arguments arguments, PrintStream out) {
        this.arguments = arguments;
        this.out = out;
    }

    int run() throws TokenFault {
        String text = arguments.optional("--seconds").orElse("3");
        long seconds = text.matches("[0-9]{1,2}") ? Long.parseLong(text) : 0;
        if (seconds < 1 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("--seconds is 1 to " + LONGEST_SECONDS);
        }
        KeyAlias alias = arguments.alias();
        try (OpenToken token = OpenToken.open(arguments.token(), SessionAccess.READ_ONLY)) {
            SignatureScheme scheme = OpenToken.scheme(token.require(alias).publicKey());
            double alone = 0;
            for (int sessions : SESSIONS) {
                if (sessions > arguments.token().profile().maxSessions()) {
                    break;
                }
                long[] nanos = measured(token, alias, scheme, sessions, seconds * 1_000_000_000L);
                double rate = nanos.length / (double) seconds;
                alone = sessions == 1 ? rate : alone;
                out.printf(
                        Locale.ROOT,
                        "%d × %s: %.0f/s, ×%.2f, p50 %.2f ms, p99 %.2f ms%n",
                        sessions,
                        scheme,
                        rate,
                        rate / alone,
                        nanos[nanos.length / 2] / 1e6,
                        nanos[nanos.length * 99 / 100] / 1e6);
            }
        }
        return 0;
    }

    /** How long each signature took, the shortest first. */
    private static long[] measured(OpenToken token, KeyAlias alias, SignatureScheme scheme, int sessions, long nanos)
            throws TokenFault {
        ExecutorService threads = Executors.newFixedThreadPool(sessions);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                all.add(threads.submit(() -> signed(token, alias, scheme, nanos)));
            }
            List<long[]> parts = new ArrayList<>();
            for (Future<long[]> each : all) {
                parts.add(each.get());
            }
            return parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TokenFault fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] signed(OpenToken token, KeyAlias alias, SignatureScheme scheme, long nanos)
            throws TokenFault {
        try (CryptokiSession session = token.anotherSession()) {
            long key = OpenToken.privateKey(session, alias);
            DigestSigner signer = new DigestSigner(session);
            byte[] message = {1};
            Bytes input = scheme.isOverMessage()
                    ? Bytes.of(message)
                    : scheme.digest().digest(message).value();
            List<Long> took = new ArrayList<>();
            long end = System.nanoTime() + nanos;
            for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                signer.sign(key, scheme, input);
                took.add(System.nanoTime() - now);
            }
            return took.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
