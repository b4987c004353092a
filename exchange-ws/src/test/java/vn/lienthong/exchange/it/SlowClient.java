package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** A client that lets the server wait, as an attacker does on purpose. Of one thread. */
public final class SlowClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 40_000;

    private final Socket socket;
    private final long began = System.nanoTime();

    /** A connection on which nothing was sent yet. */
    public SlowClient(int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(4096); // what is not read does not pile up on our side
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** What was come back until the server closed the connection, and how long after the beginning that was. */
    public record Answer(String text, Duration after) {}

    /** Whatever has not come after so long does not come. */
    public SlowClient patience(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        return this;
    }

    /** The whole head of a request that announces a body. */
    public SlowClient head(String path, Map<String, String> headers, long announced) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(announced).append("\r\n\r\n");
        return send(head.toString());
    }

    public SlowClient send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return this;
    }

    /** The piece is sent again and again at that interval, until the server has no more of it. */
    public Answer trickle(String piece, Duration interval) throws IOException {
        Thread sender = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(interval);
                    send(piece);
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return await();
        } finally {
            sender.interrupt();
        }
    }

    /** Nothing more is sent. */
    public Answer await() throws IOException {
        java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        try {
            for (int count = 0; count >= 0; count = socket.getInputStream().read(piece)) {
                answer.write(piece, 0, count);
            }
        } catch (java.net.SocketException | java.net.SocketTimeoutException over) {
            // the server has closed a connection on which octets were still coming, or says nothing more
        }
        return new Answer(answer.toString(StandardCharsets.UTF_8), Duration.ofNanos(System.nanoTime() - began));
    }

    /** The first octets of what comes back; the connection stays as it is. */
    public String first(int octets) throws IOException {
        return new String(socket.getInputStream().readNBytes(octets), StandardCharsets.UTF_8);
    }

    /** What comes back up to that text; the connection stays as it is. */
    public String until(String end) throws IOException {
        java.io.ByteArrayOutputStream answer = new java.io.ByteArrayOutputStream();
        for (int octet = 0;
                octet >= 0 && !answer.toString(StandardCharsets.UTF_8).endsWith(end); ) {
            octet = socket.getInputStream().read();
            answer.write(octet);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
