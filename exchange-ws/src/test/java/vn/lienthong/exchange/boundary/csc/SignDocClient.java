package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;
import static vn.lienthong.exchange.boundary.csc.CscServer.PIN;
import static vn.lienthong.exchange.boundary.csc.CscServer.SHA256;
import static vn.lienthong.exchange.boundary.csc.CscServer.TRUSTED;
import static vn.lienthong.exchange.boundary.csc.CscServer.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.csc.CscServer.Answer;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.Commands;

/**
 * A trusted application that has documents signed for one official, and the strangers who look at the results.
 *
 * @param id of the official's credential
 * @param folder for what the strangers read
 */
record SignDocClient(String token, String id, Authenticator authenticator, Path folder) {
    static final String RSA_SHA256 = "1.2.840.113549.1.1.11";

    /** The official has fresh factors and lets the application in. */
    static SignDocClient in(Path folder) throws Exception {
        Authenticator authenticator = CscServer.enrol(OFFICIAL);
        String token = CscSigningIT.serviceToken(TRUSTED, OFFICIAL);
        return new SignDocClient(token, CscSigningIT.credential(token), authenticator, folder);
    }

    /** The body that signs the text as an attached CAdES. */
    static String cades(String credential, String sad, String text) {
        return "{\"credentialID\":\"" + credential + "\",\"SAD\":\"" + sad + "\",\"documents\":["
                + document(octets(text), "C", "Ades-B-B", null) + "]}";
    }

    Answer signDoc(String sad, String... documents) throws Exception {
        return call(
                "signatures/signDoc",
                token,
                "{\"documents\":[" + String.join(",", documents) + "],\"credentialID\":\"" + id + "\",\"SAD\":\"" + sad
                        + "\"}");
    }

    static String document(byte[] octets, String format, String level, @Nullable String envelope) {
        return "{\"document\":\"" + Base64.getEncoder().encodeToString(octets) + "\",\"signature_format\":\"" + format
                + "\",\"conformance_level\":\"" + level + "\",\"signAlgo\":\"" + RSA_SHA256 + "\""
                + (envelope == null ? "" : ",\"signed_envelope_property\":\"" + envelope + "\"") + "}";
    }

    static String digests(String format, String level, String... hashes) {
        String array = Arrays.stream(hashes).map(hash -> "\"" + hash + "\"").collect(Collectors.joining(","));
        return "{\"hashes\":[" + array + "],\"hashAlgorithmOID\":\"" + SHA256 + "\",\"signature_format\":\"" + format
                + "\",\"conformance_level\":\"" + level + "\",\"signAlgo\":\"" + RSA_SHA256 + "\"}";
    }

    String authorize(byte[]... documents) throws Exception {
        return authorizeSaying("", documents);
    }

    /** @param more of the request's members, with a comma behind each */
    String authorizeSaying(String more, byte[]... documents) throws Exception {
        List<String> hashes = new ArrayList<>();
        for (byte[] document : documents) {
            hashes.add("\"" + hash(document) + "\"");
        }
        Answer answer = call(
                "credentials/authorize",
                token,
                "{" + more + "\"credentialID\":\"" + id + "\",\"numSignatures\":" + hashes.size() + ",\"hashes\":["
                        + String.join(",", hashes) + "],\"hashAlgorithmOID\":\"" + SHA256
                        + "\",\"authData\":[{\"id\":\"PIN\",\"value\":\"" + PIN
                        + "\"},{\"id\":\"OTP\",\"value\":\"" + authenticator.password(0) + "\"}]}");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("SAD").asText();
    }

    String pdfsig(byte[] pdf) throws IOException {
        Path file = Files.write(folder.resolve("signed.pdf"), pdf);
        return Commands.run(folder, List.of("pdfsig", "-nocert", file.toString()))
                .output();
    }

    String xmlsec(byte[] xml) throws IOException {
        Path file = Files.write(folder.resolve("signed.xml"), xml);
        return Commands.succeed(
                folder,
                List.of(
                        "xmlsec1",
                        "--verify",
                        "--enabled-key-data",
                        "x509",
                        "--insecure",
                        "--id-attr:Id",
                        "SignedProperties",
                        file.toString()));
    }

    /** What OpenSSL says was signed. */
    byte[] openssl(byte[] cms, byte @Nullable [] content) throws IOException {
        Path file = Files.write(folder.resolve("signed.der"), cms);
        Path out = folder.resolve("content");
        List<String> command = new ArrayList<>(List.of(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                file.toString(),
                "-noverify",
                "-out",
                out.toString()));
        if (content != null) {
            command.addAll(List.of(
                    "-content", Files.write(folder.resolve("beside"), content).toString()));
        }
        Commands.succeed(folder, command);
        return Files.readAllBytes(out);
    }

    static List<byte[]> decoded(Answer answer, String name) throws IOException {
        List<byte[]> octets = new ArrayList<>();
        answer.json().path(name).forEach(node -> octets.add(Base64.getDecoder().decode(node.asText())));
        return octets;
    }

    static String hash(byte[] octets) throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(octets));
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Another one each time. */
    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle("Công văn " + System.nanoTime());
            document.save(out);
            return out.toByteArray();
        }
    }
}
