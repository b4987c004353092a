package vn.lienthong.bench.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.lienthong.bench.http.HttpConnection;
import vn.lienthong.bench.measure.Operation;
import vn.lienthong.bench.server.BenchServer;
import vn.lienthong.demo.edxml.Agency;

/** One system's connection that sends one new message after the other by {@code sendEdoc}, each request signed. */
final class VxpSender implements Operation {
    private static final String SYSTEM = "qlvb.bac-kan";
    private static final String PATH = "/VXPAdapter/adapter/sendEdoc";
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("ddMMyyyy'T'HHmmss", Locale.ROOT);

    private final HttpConnection connection;
    private final Messages messages;
    private final String timestamp;
    private final Mac mac;
    private final MessageDigest sha256;

    /** @param now in Vietnam's time */
    VxpSender(BenchServer server, Messages messages, LocalDateTime now) throws IOException, GeneralSecurityException {
        this.connection = server.connect();
        this.messages = messages;
        this.timestamp = TIMESTAMP.format(now) + "+0000";
        mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(server.secret(SYSTEM + ".vxp").getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        sha256 = MessageDigest.getInstance("SHA-256");
    }

    @Override
    public void run() throws IOException {
        byte[] message = messages.next();
        String[][] parameters = {
            {"from", Agency.BAC_KAN.organId()},
            {"servicetype", "eDoc"},
            {"messagetype", "edoc"},
            {"hash-file", HexFormat.of().formatHex(sha256.digest(message))},
            {"timestamp", timestamp},
            {"systemid", SYSTEM}
        };
        StringBuilder headers = new StringBuilder("Content-Type: application/octet-stream\r\n");
        StringBuilder signed = new StringBuilder("{");
        for (String[] parameter : parameters) {
            headers.append("XroadVnpt-")
                    .append(parameter[0])
                    .append(": ")
                    .append(parameter[1])
                    .append("\r\n");
            signed.append(signed.length() > 1 ? "," : "")
                    .append("\"XroadVnpt-")
                    .append(parameter[0])
                    .append("\":\"")
                    .append(parameter[1])
                    .append('"');
        }
        signed.append('}');
        String hmac = HexFormat.of().formatHex(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        headers.append("XroadVnpt-sign-header: ")
                .append(signed)
                .append("\r\nXroadVnpt-hash-header: ")
                .append(hmac)
                .append("\r\n");
        connection.post(PATH, headers.toString(), message).saying("\"DocId\"");
    }

    @Override
    public void close() {
        connection.close();
    }
}
