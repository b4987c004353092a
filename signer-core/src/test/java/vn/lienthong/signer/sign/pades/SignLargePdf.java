package vn.lienthong.signer.sign.pades;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.sign.SignDocumentOutcome;

/** Signs a large document in a process of its own: {@code main} ends with 0 if it is signed. */
final class SignLargePdf {
    private SignLargePdf() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        SigningFixture fixture = new SigningFixture(folder);
        SignDocumentOutcome outcome = fixture.signer.sign(
                fixture.request(folder.resolve("large.pdf"), "signed.pdf", fixture.official, Optional.empty()));
        System.exit(outcome instanceof SignDocumentOutcome.Signed ? 0 : 3);
    }

    /** A document of one page and a stream of that many octets, which the file system need not keep. */
    static void write(Path file, long octets) throws Exception {
        RawPdf pdf = new RawPdf().onePage("/Attached 4 0 R", "");
        pdf.object(4, "<</Length " + octets + ">>\nstream\n\nendstream");
        byte[] start = pdf.toByteArray();
        int behind = "\nendstream\nendobj\n".length();
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(start, 0, start.length - behind);
            out.seek(start.length - behind + octets);
            out.write(start, start.length - behind, behind);
            long table = out.getFilePointer();
            int at = pdf.table();
            pdf.trailer(5, "");
            byte[] whole = pdf.toByteArray();
            out.write(whole, at, whole.length - at);
            out.write(("startxref\n" + table + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        }
    }
}
