package vn.lienthong.exchange.it;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What no well-behaved HTTP client does. */
public final class RawHttp {
    /** Far less than the server's own patience with a silent client, so that waiting for the body shows. */
    private static final int PATIENCE_MILLIS = 20_000;

    private RawHttp() {}

    /** The answer to a request whose body is announced and never sent. */
    public static String postWithoutBody(int port, String path, Map<String, String> headers, long announced)
            throws IOException {
        try (Socket socket = connect(port)) {
            head(socket.getOutputStream(), path, headers, announced);
            return answer(socket);
        }
    }

    /**
     * Only so many octets of the body are sent; then this side of the connection is closed. What came back until the
     * server closed its side, if anything: then it has done with the request.
     */
    public static String postAndBreakOff(int port, String path, Map<String, String> headers, byte[] body, int sent)
            throws IOException {
        try (Socket socket = connect(port)) {
            head(socket.getOutputStream(), path, headers, body.length);
            socket.getOutputStream().write(body, 0, sent);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return answer(socket);
        }
    }

    private static String answer(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            return "";
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void head(OutputStream out, String path, Map<String, String> headers, long length)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putIfAbsent("Content-Type", "application/octet-stream");
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
