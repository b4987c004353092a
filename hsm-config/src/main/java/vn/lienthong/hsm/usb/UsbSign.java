package vn.lienthong.hsm.usb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.Pin;

/** Signs files with the official's token and a server: the reference for programs of others. */
final class UsbSign {
    private final UsbOptions options;
    private final PinPrompt pins;
    private final PrintStream out;

    UsbSign(UsbOptions options, PinPrompt pins, PrintStream out) {
        this.options = options;
        this.pins = pins;
        this.out = out;
    }

    /** The signed file is there when this returns. */
    void run() throws UsbFault, IOException, InterruptedException {
        Path signed = options.path("--out");
        if (Files.exists(signed)) {
            throw new UsbFault("file-exists", "Đã có tệp " + signed + ".", "The file " + signed + " is there already.");
        }
        List<Path> documents = options.all("--file").stream()
                .map(text -> Path.of(text).toAbsolutePath())
                .toList();
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("--file is missing");
        }
        UsbToken token = options.token();
        OwnCertificate certificate = chosen(token.certificates());
        out.println(options.say("Chứng thư số: ", "Certificate: ") + certificate.subject());
        String bearer = Files.readString(options.path("--account-file")).strip();
        Optional<Path> image = options.optionalPath("--image");
        try (SigningServer server =
                new SigningServer(options.server(), bearer, options.english() ? "en" : "vi", new SecureRandom())) {
            SigningServer.Prepared prepared = server.prepare(certificate, signature(), documents, image);
            out.println(options.say("Giá trị băm cần ký: ", "Digest to sign: ")
                    + prepared.digest().value().hex());
            Bytes value;
            try (Pin pin = pins.ask(options.say("ký " + documents.get(0), "to sign " + documents.get(0)))) {
                value = token.sign(certificate, prepared.scheme(), prepared.digest(), pin);
            }
            String sha256 = server.complete(prepared, value, documents, image, signed);
            out.println(options.say("✔ Đã ký: ", "✔ Signed: ") + signed + "  SHA-256 " + sha256);
        }
    }

    private JsonNode signature() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        Optional<Path> file = options.optionalPath("--signature");
        return file.isPresent() ? json.readTree(file.get().toFile()) : json.createObjectNode();
    }

    /** The one that the command line names by the start of its SHA-256, or the only one. */
    private OwnCertificate chosen(List<OwnCertificate> own) throws UsbFault {
        String wanted = options.optional("--certificate").orElse("");
        List<OwnCertificate> fitting =
                own.stream().filter(one -> one.fingerprint().startsWith(wanted)).toList();
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        own.forEach(one -> out.println("  " + one.fingerprint() + "  " + one.subject()));
        throw fitting.isEmpty()
                ? new UsbFault(
                        "certificate-unknown", "Token không có chứng thư số đó.", "The token has no such certificate.")
                : new UsbFault(
                        "certificate-ambiguous",
                        "Token có nhiều chứng thư số: chọn một bằng --certificate.",
                        "The token has several certificates: choose one with --certificate.");
    }
}
