package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.SigningLimits;

/** Opens a file as a PDF, or says why it is none that can be signed. */
final class PdfFile {
    /** ISO 32000-1 §7.5.2, note 1 of Annex H: readers accept the header within the first 1024 octets. */
    private static final int HEADER_WITHIN = 1024;
    /** ISO 32000-1 §7.5.5, note 3 of Annex H: readers look for the end within the last 1024 octets. */
    private static final int END_WITHIN = 1024;

    private static final Pattern END = Pattern.compile("startxref\\s+\\d+\\s+%%EOF");
    /** Decoded streams beyond this go to a temporary file. */
    private static final long IN_MEMORY = 16L << 20;

    private PdfFile() {}

    /** What was opened. */
    sealed interface Opening {
        /** The caller closes the document. */
        record Opened(PDDocument document) implements Opening {}

        record NotOpened(Refused refused) implements Opening {}
    }

    static Opening open(Path file, SigningLimits limits, Path workFolder) throws IOException {
        Optional<Refused> beforeParsing = refusal(file, limits);
        if (beforeParsing.isPresent()) {
            return new Opening.NotOpened(beforeParsing.get());
        }
        try {
            PDDocument document = Loader.loadPDF(
                    file.toFile(),
                    MemoryUsageSetting.setupMixed(IN_MEMORY).setTempDir(workFolder.toFile()).streamCache);
            return checked(document, limits);
        } catch (InvalidPasswordException e) {
            return notOpened(SignRefusal.DOCUMENT_ENCRYPTED, "the document wants a password");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox promises nothing about what it throws for octets that are hostile.
            return notOpened(SignRefusal.DOCUMENT_MALFORMED, "the document cannot be read as a PDF");
        }
    }

    /** Why the file is not looked into at all, if so. */
    static Optional<Refused> refusal(Path file, SigningLimits limits) throws IOException {
        if (Files.size(file) > limits.maxDocumentBytes()) {
            return Optional.of(
                    new Refused(SignRefusal.DOCUMENT_TOO_LARGE, "more than " + limits.maxDocumentBytes() + " octets"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(HEADER_WITHIN), StandardCharsets.ISO_8859_1);
            if (!start.contains("%PDF-")) {
                return Optional.of(new Refused(SignRefusal.NOT_A_PDF, "the file does not start with %PDF-"));
            }
        }
        return hasEnd(file)
                ? Optional.empty()
                : Optional.of(new Refused(SignRefusal.DOCUMENT_MALFORMED, "the file breaks off before its end"));
    }

    /** PDFBox makes up what a file that breaks off lacks; what the signer saw whole must not be signed in half. */
    private static boolean hasEnd(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - END_WITHIN));
            byte[] end = Channels.newInputStream(channel).readAllBytes();
            return END.matcher(new String(end, StandardCharsets.ISO_8859_1)).find();
        }
    }

    private static Opening checked(PDDocument document, SigningLimits limits) throws IOException {
        Optional<Refused> refused = refusal(document, limits);
        if (refused.isPresent()) {
            document.close();
            return new Opening.NotOpened(refused.get());
        }
        return new Opening.Opened(document);
    }

    private static Optional<Refused> refusal(PDDocument document, SigningLimits limits) {
        if (document.isEncrypted()) {
            return Optional.of(new Refused(SignRefusal.DOCUMENT_ENCRYPTED, "the document is encrypted"));
        }
        return pageCountRefusal(document.getNumberOfPages(), limits);
    }

    static Optional<Refused> pageCountRefusal(long pages, SigningLimits limits) {
        return pages < 1 || pages > limits.maxPages()
                ? Optional.of(new Refused(
                        SignRefusal.DOCUMENT_PAGE_COUNT, pages + " pages; 1 to " + limits.maxPages() + " are signed"))
                : Optional.empty();
    }

    private static Opening notOpened(SignRefusal reason, String detail) {
        return new Opening.NotOpened(new Refused(reason, detail));
    }
}
