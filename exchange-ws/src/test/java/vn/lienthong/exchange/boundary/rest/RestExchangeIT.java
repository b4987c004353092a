package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.BAC_KAN;
import static vn.lienthong.exchange.boundary.rest.RestClient.CAO_BANG;
import static vn.lienthong.exchange.boundary.rest.RestClient.MINISTRY;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.boundary.rest.http.ContentDigest;
import vn.lienthong.exchange.boundary.vxp.SampleEdoc;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.evidence.LogId;
import vn.lienthong.signer.evidence.verify.EvidenceReport;
import vn.lienthong.signer.evidence.verify.EvidenceVerifier;
import vn.lienthong.signer.trust.TrustAnchors;

/** A dispatch's whole way over REST, on the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RestExchangeIT {
    private static final String EDXML = "application/edxml+xml";

    @TempDir
    Path folder;

    @Test
    void aDispatchTravelsIsConfirmedAnsweredAndProven() throws Exception {
        Path sent = SampleEdoc.document(folder.resolve("sent.edxml"), "401", 200_000);
        try (RestClient client = new RestClient()) {
            Answer accepted = client.post(BAC_KAN, "dispatches", EDXML, sent);
            assertThat(accepted.status()).isEqualTo(201);
            String id = accepted.json().get("id").asText();
            assertThat(accepted.header("Location")).endsWith("/api/v1/dispatches/" + id);
            assertThat(accepted.json().get("recipients"))
                    .extracting(JsonNode::asText)
                    .containsExactly(SampleEdoc.MINISTRY, SampleEdoc.CAO_BANG);
            Answer again = client.post(BAC_KAN, "dispatches", EDXML, sent);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(accepted.body());

            JsonNode leased = lease(client, MINISTRY, id);
            String delivery = leased.get("deliveryId").asText();
            String holder = "{\"leaseToken\":\"" + leased.get("leaseToken").asText() + "\"}";
            Answer content = client.get(MINISTRY, "dispatches/" + delivery + "/content");
            assertThat(content.body()).isEqualTo(Files.readAllBytes(sent));
            assertThat(content.header("Content-Digest")).isEqualTo(ContentDigest.format(sha256(content.body())));
            assertThat(client.post(MINISTRY, "inbox/leases/" + delivery + "/renew", holder)
                            .status())
                    .isEqualTo(200);
            assertThat(client.post(MINISTRY, "inbox/leases/" + delivery + "/ack", holder)
                            .json()
                            .get("state")
                            .asText())
                    .isEqualTo("done");
            assertThat(client.post(MINISTRY, "inbox/leases/" + delivery + "/ack", holder)
                            .status())
                    .as("an ack whose answer was lost")
                    .isEqualTo(200);

            assertThat(client.post(MINISTRY, "dispatches/" + delivery + "/statuses", "{\"code\":\"01\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(client.post(MINISTRY, "dispatches/" + delivery + "/statuses", "{\"code\":\"01\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.get(BAC_KAN, "dispatches/" + id + "/statuses")
                            .json()
                            .get("items"))
                    .singleElement()
                    .satisfies(status -> assertThat(status.get("code").asText()).isEqualTo("01"));
            confirmStatusMessage(client);

            JsonNode detail = client.get(BAC_KAN, "dispatches/" + id).json();
            assertThat(detail.get("deliveries")).hasSize(2);
            assertThat(StreamSupport.stream(detail.get("deliveries").spliterator(), false)
                            .map(row -> row.get("state").asText()))
                    .containsExactlyInAnyOrder("done", "initial");
            proves(client, BAC_KAN, id);
            proves(client, AUDITOR, id);
            proves(client, MINISTRY, delivery);
        }
    }

    @Test
    void refusesBytesThatAreNotTheDeclaredOnesAndAnotherDocumentUnderTheSameKey() throws Exception {
        Path first = SampleEdoc.document(folder.resolve("first.edxml"), "402", 10);
        Path second = SampleEdoc.document(folder.resolve("second.edxml"), "403", 10);
        try (RestClient client = new RestClient()) {
            Answer mismatch = client.send(RestClient.as(BAC_KAN, "dispatches")
                    .header("Content-Type", EDXML)
                    .header("Content-Digest", ContentDigest.format(sha256(new byte[0])))
                    .POST(BodyPublishers.ofFile(first)));
            assertThat(mismatch.code()).isEqualTo("body-digest-mismatch");

            assertThat(keyed(client, first).status()).isEqualTo(201);
            assertThat(keyed(client, first).status()).isEqualTo(200);
            assertThat(keyed(client, second).code()).isEqualTo("idempotency-key-reused");
        }
    }

    @Test
    void showsNoAgencyWhatIsAnothers() throws Exception {
        Path sent = SampleEdoc.document(folder.resolve("sent.edxml"), "404", 10);
        try (RestClient client = new RestClient()) {
            String id = client.post(BAC_KAN, "dispatches?to=" + SampleEdoc.MINISTRY, EDXML, sent)
                    .json()
                    .get("id")
                    .asText();
            for (String path : new String[] {"", "/content", "/statuses", "/receipt", "/evidence"}) {
                assertThat(client.get(CAO_BANG, "dispatches/" + id + path).code())
                        .isEqualTo("not-found");
                assertThat(client.get(OFFICIAL, "dispatches/" + id + path).code())
                        .isEqualTo("not-permitted");
            }
            assertThat(client.get(CAO_BANG, "inbox?agency=" + SampleEdoc.MINISTRY)
                            .code())
                    .isEqualTo("not-permitted");
            assertThat(client.post(CAO_BANG, "dispatches", EDXML, sent).code()).isEqualTo("sender-not-yours");
            JsonNode mine = lease(client, MINISTRY, id);
            String path = "inbox/leases/" + mine.get("deliveryId").asText() + "/ack";
            String holder = "{\"leaseToken\":\"" + mine.get("leaseToken").asText() + "\"}";
            assertThat(client.post(CAO_BANG, path, holder).code()).isEqualTo("not-found");
            assertThat(client.post(MINISTRY, path, holder).status()).isEqualTo(200);
        }
    }

    /** The lease of that dispatch; leases of others are given back at once. */
    private static JsonNode lease(RestClient client, String system, String dispatch) throws Exception {
        JsonNode found = null;
        for (JsonNode item :
                client.post(system, "inbox/leases", "{\"max\":100}").json().get("items")) {
            if (item.get("dispatchId").asText().equals(dispatch)) {
                found = item;
            } else {
                String holder = "{\"leaseToken\":\"" + item.get("leaseToken").asText() + "\",\"delaySeconds\":0}";
                client.post(system, "inbox/leases/" + item.get("deliveryId").asText() + "/nack", holder);
            }
        }
        assertThat(found).as("the lease of " + dispatch).isNotNull();
        return found;
    }

    /** The status reaches the sender as a message, which it takes off its list. */
    private static void confirmStatusMessage(RestClient client) {
        Eventually.within(Duration.ofMinutes(1), "the status message arrives", () -> {
            JsonNode items = client.post(BAC_KAN, "inbox/leases", "{\"type\":\"status\",\"max\":1}")
                    .json()
                    .get("items");
            if (items.isEmpty()) {
                return false;
            }
            String holder =
                    "{\"leaseToken\":\"" + items.get(0).get("leaseToken").asText() + "\"}";
            String delivery = items.get(0).get("deliveryId").asText();
            return client.post(BAC_KAN, "inbox/leases/" + delivery + "/ack", holder)
                            .status()
                    == 200;
        });
    }

    private static void proves(RestClient client, String account, String id) {
        Eventually.within(Duration.ofMinutes(1), "the evidence is sealed", () -> {
            Answer evidence = client.get(account, "dispatches/" + id + "/evidence");
            if (evidence.status() == 409) {
                assertThat(evidence.code()).isEqualTo("evidence-pending");
                assertThat(evidence.header("Retry-After")).isNotEmpty();
                return false;
            }
            assertThat(evidence.status()).isEqualTo(200);
            assertThat(evidence.header("Content-Type")).isEqualTo("application/zip");
            return holdsOffline(evidence.body());
        });
    }

    /** By the anchors alone: the file brings along what decides that nothing was revoked. */
    private static boolean holdsOffline(byte[] evidence) {
        try {
            Path anchors = Path.of(System.getProperty("lienthong.it.state"), "pki", "anchors");
            Path file = Files.write(Files.createTempFile("evidence", ".zip"), evidence);
            EvidenceReport report = new EvidenceVerifier(
                            TrustAnchors.load(anchors), Optional.of(new LogId("lienthong-demo")), List.of())
                    .verify(file, Optional.empty());
            Files.delete(file);
            assertThat(report.holds()).as(report.checks().toString()).isTrue();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer keyed(RestClient client, Path body) throws Exception {
        return client.send(RestClient.as(BAC_KAN, "dispatches")
                .header("Content-Type", EDXML)
                .header("Idempotency-Key", "rest-it-402")
                .POST(BodyPublishers.ofFile(body)));
    }

    private static Sha256Digest sha256(byte[] octets) {
        return Sha256Digest.of(DigestAlgorithm.SHA256.digest(octets).value().toArray());
    }
}
