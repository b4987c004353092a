package vn.lienthong.exchange.infrastructure.relay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.relay.PeerException;
import vn.lienthong.exchange.domain.relay.PeerExchange;
import vn.lienthong.exchange.domain.relay.PeerMessage;

/**
 * Another exchange that speaks VXP: the national axis, or one like this. The address is the operator's, no redirection is
 * followed, and each request ends in a time of its own. Thread-safe.
 */
public final class VxpPeerExchange implements PeerExchange, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VxpPeerExchange.class);
    /** What can stand in a header field. */
    private static final Pattern DOC_ID = Pattern.compile("[!-~]{1,200}");

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ASKING = Duration.ofSeconds(30);

    /** For a message of 1.5 GiB at one MiB a second. */
    private static final Duration TRANSFER = Duration.ofMinutes(26);

    private final URI endpoint;
    private final VxpHeaders headers;
    private final Path temporaryFolder;
    private final long contentLimit;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECTING)
            .build();

    /**
     * @param endpoint the operations' address without a slash at its end
     * @param contentLimit the most octets of one message
     */
    public VxpPeerExchange(URI endpoint, PeerAccess access, Path temporaryFolder, long contentLimit, Clock clock) {
        this.endpoint = endpoint;
        this.headers = new VxpHeaders(access.systemId(), access.secret());
        this.temporaryFolder = temporaryFolder;
        this.contentLimit = contentLimit;
        this.clock = clock;
    }

    @Override
    public String send(OrganId from, Set<OrganId> to, MessageType type, Path file, Sha256Digest digest)
            throws PeerException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("from", from.value());
        parameters.put(
                "to", to.stream().map(one -> '"' + one.value() + '"').collect(Collectors.joining(",", "[", "]")));
        parameters.put("servicetype", "eDoc");
        parameters.put("messagetype", type.wireName());
        parameters.put("hash-file", digest.hex());
        try {
            JsonNode answer =
                    ask("sendEdoc", parameters, "application/octet-stream", BodyPublishers.ofFile(file), TRANSFER);
            String docId = answer.path("DocId").asText();
            if (docId.isEmpty()) {
                throw PeerException.unreachable("an answer without a DocId", null);
            }
            return docId;
        } catch (FileNotFoundException e) {
            throw new IllegalArgumentException("the file is not there", e);
        }
    }

    @Override
    public Waiting waiting(MessageType type, int page) throws PeerException {
        Map<String, String> parameters = Map.of(
                "servicetype", "eDoc",
                "messagetype", type.wireName(),
                "pageSize", Integer.toString(PAGE),
                "pageIndex", Integer.toString(page));
        JsonNode rows = form("getReceivedEdocList", parameters).path("data");
        List<PeerMessage> messages = new ArrayList<>();
        for (JsonNode row : rows) {
            String docId = row.path("docId").asText();
            String to = row.path("to").asText();
            if (!DOC_ID.matcher(docId).matches() || !OrganId.isWellFormed(to)) {
                LOG.warn("{} lists a message that has no usable docId or recipient", endpoint.getHost());
            } else if (messages.size() < PAGE) {
                messages.add(new PeerMessage(docId, type, new OrganId(to)));
            }
        }
        return new Waiting(messages, rows.size() < PAGE);
    }

    @Override
    public InputStream fetch(PeerMessage message) throws PeerException {
        Path file = null;
        try {
            file = Files.createTempFile(temporaryFolder, "relay-", ".edxml");
            HttpRequest request = request("downloadEdoc", Map.of("docId", message.docId(), "filePath", "edoc.edxml"))
                    .GET()
                    .build();
            BodyHandler<Path> toFile = BodyHandlers.ofFile(file, StandardOpenOption.WRITE);
            HttpResponse<Path> answer = sent(request, BodyHandlers.limiting(toFile, contentLimit), TRANSFER);
            if (answer.statusCode() != 200) {
                throw answer.statusCode() / 100 == 4
                        ? PeerException.refused("downloadEdoc", "HTTP " + answer.statusCode())
                        : PeerException.unreachable("downloadEdoc: HTTP " + answer.statusCode(), null);
            }
            InputStream body = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            file = null;
            return body;
        } catch (IOException e) {
            throw PeerException.unreachable("no temporary file", e);
        } finally {
            delete(file);
        }
    }

    @Override
    public void report(PeerMessage message, DeliveryState state) throws PeerException {
        Map<String, String> parameters = Map.of("docId", message.docId(), "status", state.wireName());
        ask("updateStatus", parameters, "application/json", BodyPublishers.ofString("{}"), ASKING);
    }

    private JsonNode form(String operation, Map<String, String> parameters) throws PeerException {
        return ask(operation, parameters, "application/x-www-form-urlencoded", BodyPublishers.ofString(""), ASKING);
    }

    private JsonNode ask(
            String operation, Map<String, String> parameters, String type, BodyPublisher body, Duration deadline)
            throws PeerException {
        HttpRequest request = request(operation, parameters)
                .header("Content-Type", type)
                .header("XroadVnpt-Content-Type", type)
                .POST(body)
                .build();
        HttpResponse<byte[]> answer =
                sent(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), VxpReply.LONGEST), deadline);
        return VxpReply.ok(operation, answer.statusCode(), answer.body());
    }

    private HttpRequest.Builder request(String operation, Map<String, String> parameters) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + "/" + operation));
        request.header("User-Agent", "LienThong");
        headers.of(parameters, clock.instant()).forEach(request::header);
        return request;
    }

    /** The whole answer, its body included, within the deadline. */
    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> handler, Duration deadline)
            throws PeerException {
        CompletableFuture<HttpResponse<T>> answer = http.sendAsync(request, handler);
        try {
            return answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw PeerException.unreachable("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw PeerException.unreachable(request.uri().getHost() + " gave no answer", e);
        }
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("a temporary file stays: {}", file, e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
