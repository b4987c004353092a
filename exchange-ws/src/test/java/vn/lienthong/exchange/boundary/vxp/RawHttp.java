package vn.lienthong.exchange.boundary.vxp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What no well-behaved HTTP client does. */
final class RawHttp {
    private RawHttp() {}

    /** The answer to a request whose body is announced and never sent. */
    static String postWithoutBody(int port, String path, Map<String, String> headers, long announced)
            throws IOException {
        try (Socket socket = connect(port)) {
            head(socket.getOutputStream(), path, headers, announced);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Only so many octets of the body are sent; then the connection is closed. */
    static void postAndHangUp(int port, String path, Map<String, String> headers, byte[] body, int sent)
            throws IOException {
        try (Socket socket = connect(port)) {
            head(socket.getOutputStream(), path, headers, body.length);
            socket.getOutputStream().write(body, 0, sent);
            socket.getOutputStream().flush();
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void head(OutputStream out, String path, Map<String, String> headers, long length)
            throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/octet-stream\r\nContent-Length: ")
                .append(length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
