package vn.lienthong.exchange.infrastructure.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lienthong.exchange.domain.webhook.WebhookCaller;

/**
 * One POST over a connection of its own, to the very address that was looked at: the JDK's HTTP client would resolve the name
 * again, and whoever owns the name could answer otherwise the second time. A redirection is not followed. Thread-safe; each
 * call has a virtual thread, and its connection is closed when its time is up, whatever it waits for.
 */
public final class SocketWebhookCaller implements WebhookCaller, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWebhookCaller.class);
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final WebhookPeers peers;
    private final SSLSocketFactory tls;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    public SocketWebhookCaller(WebhookPeers peers, SSLSocketFactory tls) {
        this.peers = peers;
        this.tls = tls;
    }

    @Override
    public boolean isPossible(URI address) {
        return peers.isPossible(address);
    }

    @Override
    public CompletableFuture<Answer> post(URI address, Map<String, String> fields, byte[] body) {
        long began = System.nanoTime();
        return CompletableFuture.supplyAsync(() -> call(address, fields, body), calls)
                // a name server that does not answer keeps its thread, and nobody else
                .completeOnTimeout(
                        new Answer(null, DEADLINE, "no answer within the deadline", ""),
                        DEADLINE.plusSeconds(2).toMillis(),
                        TimeUnit.MILLISECONDS)
                .thenApply(answer -> new Answer(
                        answer.status(), Duration.ofNanos(System.nanoTime() - began), answer.error(), answer.body()));
    }

    private Answer call(URI address, Map<String, String> fields, byte[] body) {
        try {
            return call(address, peers.resolved(address), fields, body);
        } catch (WebhookPeers.RefusedAddressException e) {
            return failed("the address lies inside a network that is not called");
        } catch (UnknownHostException e) {
            return failed("the host is unknown");
        } catch (SocketTimeoutException e) {
            return failed("no connection within the deadline");
        } catch (SSLException e) {
            LOG.debug("{} has no trusted TLS", address.getHost(), e);
            return failed("TLS failed: the certificate or the protocol is not trusted");
        } catch (HttpAnswer.MalformedAnswerException e) {
            return failed("the answer is not HTTP");
        } catch (IOException e) {
            LOG.debug("{} cannot be called", address.getHost(), e);
            return failed("the connection failed or was closed");
        } catch (RuntimeException e) {
            // One address that nobody thought of holds up no other.
            LOG.warn("{} cannot be called", address.getHost(), e);
            return failed("the address cannot be called");
        }
    }

    private Answer call(URI address, List<InetAddress> at, Map<String, String> fields, byte[] body)
            throws IOException, HttpAnswer.MalformedAnswerException {
        try (Socket socket = new Socket()) {
            Future<?> deadline = deadlines.schedule(() -> close(socket), DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(new InetSocketAddress(at.getFirst(), port(address)), millis(CONNECTING));
                socket.setSoTimeout(millis(DEADLINE));
                socket.setTcpNoDelay(true);
                try (Socket spoken = "https".equals(address.getScheme()) ? secured(socket, address) : socket) {
                    spoken.getOutputStream().write(HttpPost.octets(address, fields, body));
                    spoken.getOutputStream().flush();
                    HttpAnswer answer = HttpAnswer.read(spoken.getInputStream());
                    String error = answer.status() / 100 == 2 ? "" : "the address answered " + answer.status();
                    return new Answer(answer.status(), Duration.ZERO, error, answer.body());
                }
            } finally {
                deadline.cancel(false);
            }
        }
    }

    /** The certificate has to be of the host that the address names. */
    private SSLSocket secured(Socket socket, URI address) throws IOException {
        String host = address.getHost();
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port(address), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        if (!host.startsWith("[") && !host.matches("[0-9.]+")) {
            String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            parameters.setServerNames(List.of(new SNIHostName(name)));
        }
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : "https".equals(address.getScheme()) ? HTTPS : HTTP;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("a connection did not close", e);
        }
    }

    private static Answer failed(String error) {
        return new Answer(null, Duration.ZERO, error, "");
    }

    @Override
    public void close() {
        calls.shutdownNow();
        deadlines.shutdownNow();
    }
}
