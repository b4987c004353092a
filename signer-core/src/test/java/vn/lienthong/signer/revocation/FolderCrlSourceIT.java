package vn.lienthong.signer.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.model.x509.CertificateToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.TestPki;

/** Lists in a folder, asked for by many threads at once. */
class FolderCrlSourceIT {
    private static final int THREADS = 8;
    private static final int ROUNDS = 300;

    @TempDir
    Path folder;

    @Test
    void manyThreadsMayAskAtOnce() throws Exception {
        TestPki pki = TestPki.at(Instant.parse("2026-11-23T01:00:00Z"));
        Files.write(folder.resolve("root.crl"), pki.rootCrl());
        CertificateToken issuer = new CertificateToken(pki.root());
        CertificateToken certificate = new CertificateToken(pki.intermediate());
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                FolderCrlSource source = new FolderCrlSource(folder);
                CountDownLatch together = new CountDownLatch(THREADS);
                List<Future<Boolean>> found = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    found.add(threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return source.getRevocationToken(certificate, issuer) != null;
                    }));
                }
                for (Future<Boolean> one : found) {
                    assertThat(one.get()).isTrue();
                }
            }
        }
    }
}
