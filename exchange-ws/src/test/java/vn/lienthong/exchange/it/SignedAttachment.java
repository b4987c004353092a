package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF that an official signed on a server, which travels inside a message. */
record SignedAttachment(byte[] octets) {
    private static final String CONTENT = "ContentTransferEncoded";

    /** Signed there by Nguyễn Văn An. */
    static SignedAttachment of(ServerProcess server) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument blank = new PDDocument()) {
            blank.addPage(new PDPage());
            blank.save(pdf);
        }
        String form = "--x\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n"
                + "{\"key\":\"official-nguyen-van-an\"}\r\n--x\r\nContent-Disposition: form-data;"
                + " name=\"document\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
                + pdf.toString(StandardCharsets.ISO_8859_1) + "\r\n--x--\r\n";
        HttpResponse<byte[]> signed = post(
                server, "signatures", "multipart/form-data; boundary=x", form.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(signed.statusCode()).isEqualTo(200);
        return new SignedAttachment(signed.body());
    }

    /** It is the first attachment of that message, and the server and pdfsig both call its signature valid. */
    void assertValidIn(Path message, ServerProcess server) throws Exception {
        byte[] found = first(message);
        assertThat(found).isEqualTo(octets);
        JsonNode report = json(
                new String(post(server, "validations", "application/pdf", found).body(), StandardCharsets.UTF_8));
        assertThat(report.get("verdict").asText()).isEqualTo("VALID");
        Path file = Files.write(message.resolveSibling("attachment.pdf"), found);
        assertThat(Commands.succeed(message.getParent(), List.of("pdfsig", "-nocert", file.toString())))
                .contains("Signature Validation: Signature is Valid");
    }

    private static byte[] first(Path message) throws IOException {
        try (InputStream in = Files.newInputStream(message)) {
            String head = new String(in.readNBytes(1 << 20), StandardCharsets.ISO_8859_1);
            int from = head.indexOf('>', head.indexOf("<edXML:" + CONTENT)) + 1;
            return Base64.getDecoder().decode(head.substring(from, head.indexOf("</edXML:" + CONTENT)));
        }
    }

    private static HttpResponse<byte[]> post(ServerProcess server, String path, String type, byte[] body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/" + path))
                .header("Authorization", "Bearer " + server.state().text("secrets/nguyen-van-an.token"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    static JsonNode json(String text) throws IOException {
        return new JsonMapper().readTree(text);
    }

    /** As 64 hexadecimal digits. */
    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
