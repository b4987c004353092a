package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.exchange.it.OwnServers;
import vn.lienthong.exchange.it.ServerProcess;

/**
 * Two nodes on one database get the same SAD at once: the one is asked for a hash's signature, the other for the signed
 * document of the same hash. Each hash is signed once, by one of them.
 */
class CscTwoNodesIT {
    private static final int HASHES = 60;
    private static final int AT_ONCE = 8;

    @RegisterExtension
    final OwnServers servers = new OwnServers("csc-nodes-state", 60);

    @Test
    void signEachHashOnceTogether() throws Exception {
        try (ServerProcess first = servers.startNode(0);
                ServerProcess second = servers.startNode(1);
                HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(2 * AT_ONCE)) {
            String password = CscServer.enrol(CscServer.OFFICIAL).password(0);
            String token = CscSigningIT.serviceToken(CscServer.TRUSTED, CscServer.OFFICIAL);
            String credential = CscSigningIT.credential(token);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < HASHES; i++) {
                texts.add("hai nút " + i);
            }
            String sad = CscKillIT.authorize(token, credential, password, texts);

            List<Future<HttpResponse<String>>> fromFirst = new ArrayList<>();
            List<Future<HttpResponse<String>>> fromSecond = new ArrayList<>();
            for (int i = 0; i < HASHES; i++) {
                String text = texts.get(i);
                String signHash = CscSigningIT.signHash(credential, sad, "1.2.840.113549.1.1.11", "", text);
                String signDoc = SignDocClient.cades(credential, sad, text);
                boolean turned = i % 2 == 1;
                ServerProcess hashing = turned ? second : first;
                ServerProcess documenting = turned ? first : second;
                var hash = threads.submit(() -> call(http, hashing, "signHash", token, signHash));
                var document = threads.submit(() -> call(http, documenting, "signDoc", token, signDoc));
                fromFirst.add(turned ? document : hash);
                fromSecond.add(turned ? hash : document);
            }
            int byFirst = 0;
            for (int i = 0; i < HASHES; i++) {
                HttpResponse<String> one = fromFirst.get(i).get();
                HttpResponse<String> two = fromSecond.get(i).get();
                boolean signedByOne = one.statusCode() == 200;
                HttpResponse<String> refused = signedByOne ? two : one;
                assertThat(one.statusCode() == 200 ^ two.statusCode() == 200)
                        .as(one.body() + two.body())
                        .isTrue();
                assertThat(refused.body()).contains("Hash is not authorized by the SAD");
                byFirst += signedByOne ? 1 : 0;
            }
            // Both took part, or nothing was tried at once.
            assertThat(byFirst).isBetween(1, HASHES - 1);
        }
    }

    private static HttpResponse<String> call(
            HttpClient http, ServerProcess node, String method, String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/csc/v2/signatures/" + method))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
