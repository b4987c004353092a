package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.HASHES;
import static vn.lienthong.exchange.boundary.rest.RestClient.OPERATOR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.OwnServers;
import vn.lienthong.exchange.it.ServerProcess;

/**
 * The server is killed twice while it signs a batch. Afterwards each document has one signature, and the audit log and the
 * counter of the key's uses know exactly these. {@code -Dbatch.documents=10000} signs as many as a batch may have.
 */
class BatchKillIT {
    private static final int DOCUMENTS = Integer.getInteger("batch.documents", 600);
    private static final String KEY = "hash-p256";

    @RegisterExtension
    final OwnServers servers = new OwnServers("batch-kill-state", 60);

    @Test
    void signsEachDocumentOnceHoweverOftenItIsKilled() throws Exception {
        ServerProcess server = servers.start();
        try (RestClient http = new RestClient()) {
            BatchClient client = new BatchClient(http, HASHES);
            long began = System.nanoTime();
            String batch = client.accepted(KEY, DOCUMENTS, BatchKillIT::text);
            System.out.println(DOCUMENTS + " documents accepted in " + since(began));
            for (int part : new int[] {4, 2}) {
                client.awaitSigned(batch, DOCUMENTS / part);
                server.kill();
                server = servers.start();
            }
            began = System.nanoTime();
            JsonNode finished = client.finished(batch, Duration.ofMinutes(15));
            System.out.println("the last half signed in " + since(began) + ": " + finished);
            assertThat(finished.path("signed").asInt()).isEqualTo(DOCUMENTS);
            assertThat(finished.path("refused").asInt()).isZero();

            byte[] archive = client.get(batch, "signed.zip").body();
            assertEachIsSigned(archive);
            assertEachIsOnRecordOnce(batch);
            assertThat(http.get(OPERATOR, "keys/" + KEY + "/policy")
                            .json()
                            .path("usedInAll")
                            .asInt())
                    .isEqualTo(DOCUMENTS);
        } finally {
            server.close();
        }
    }

    private static void assertEachIsSigned(byte[] archive) throws Exception {
        int signatures = 0;
        int lines = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] octets = zip.readAllBytes();
                if (entry.getName().equals("results.jsonl")) {
                    lines = (int)
                            new String(octets, StandardCharsets.UTF_8).lines().count();
                } else {
                    int position = Integer.parseInt(entry.getName().substring(0, 5));
                    assertThat(entry.getName()).isEqualTo("%05d-%d.txt.p7s".formatted(position, position));
                    assertSigned(text(position), octets);
                    signatures++;
                }
            }
        }
        assertThat(signatures).isEqualTo(DOCUMENTS);
        assertThat(lines).isEqualTo(DOCUMENTS);
    }

    private static void assertSigned(String document, byte[] signature)
            throws CMSException, OperatorCreationException, IOException, java.security.cert.CertificateException {
        CMSSignedData cms =
                new CMSSignedData(new CMSProcessableByteArray(document.getBytes(StandardCharsets.UTF_8)), signature);
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        var certificate =
                cms.getCertificates().getMatches(signer.getSID()).iterator().next();
        assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                        .build((org.bouncycastle.cert.X509CertificateHolder) certificate)))
                .as(document)
                .isTrue();
    }

    private void assertEachIsOnRecordOnce(String batch) throws IOException {
        Set<Integer> items = new TreeSet<>();
        for (String body : AuditBodies.of(servers.databaseUrl(), "document-signed")) {
            JsonNode details = new JsonMapper().readTree(body).path("details");
            assertThat(details.path("batch").asText()).isEqualTo(batch);
            assertThat(items.add(details.path("item").asInt())).as(body).isTrue();
        }
        assertThat(items).hasSize(DOCUMENTS);
    }

    private static String text(int position) {
        return "Văn bản số " + position;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
