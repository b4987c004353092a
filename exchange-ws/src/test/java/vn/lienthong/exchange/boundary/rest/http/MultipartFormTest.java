package vn.lienthong.exchange.boundary.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

class MultipartFormTest {
    private static final String TYPE = "multipart/form-data; boundary=ab-c";

    @Property(tries = 300)
    void givesBackEachPartWhateverItHolds(
            @ForAll("parts") List<byte[]> parts, @ForAll @IntRange(min = 1, max = 40) int chunk) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < parts.size(); i++) {
            body.writeBytes(text("--ab-c\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\n"));
            body.writeBytes(parts.get(i));
            body.writeBytes(text("\r\n"));
        }
        body.writeBytes(text("--ab-c--\r\nepilogue"));
        MultipartForm form = new MultipartForm(TYPE, new Trickle(body.toByteArray(), chunk));
        List<byte[]> read = new ArrayList<>();
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            assertThat(part.get().name()).isEqualTo("p" + read.size());
            read.add(part.get().body().readAllBytes());
        }
        assertThat(read).usingElementComparator(java.util.Arrays::compare).isEqualTo(parts);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "none",
            value = {
                "form-data; name=\"d\"; filename=\"Công văn 12.pdf\" | Công văn 12.pdf",
                "form-data; filename=\"a.xml\"; name=\"d\" | a.xml",
                "form-data; name=d; filename=a.bin | a.bin",
                "form-data; name=\"d\"; filename=\"../../etc/passwd\" | passwd",
                "form-data; name=\"d\"; filename=\"C:\\tmp\\a.txt\" | a.txt",
                "form-data; name=\"d\"; filename=\"\" | ``",
                "form-data; name=\"d\" | none"
            })
    void givesTheFileNameWithoutItsFolders(String disposition, String expected) throws IOException {
        MultipartForm form = new MultipartForm(
                TYPE,
                new ByteArrayInputStream(("--ab-c\r\nContent-Disposition: " + disposition + "\r\n\r\nx\r\n--ab-c--")
                        .getBytes(StandardCharsets.UTF_8)));
        FormPart part = form.next().orElseThrow();
        assertThat(part.name()).isEqualTo("d");
        assertThat(part.fileName()).isEqualTo(Optional.ofNullable(expected));
    }

    /** Content made of the delimiter's own characters, so that nearly-delimiters are common. */
    @Provide
    Arbitrary<List<byte[]>> parts() {
        return Arbitraries.of("\r", "\n", "\r\n", "-", "--", "ab-c", "a", "\r\n--ab-", "\r\n--ab-C", "x\0\u00ff")
                .list()
                .ofMaxSize(30)
                .map(pieces -> text(String.join("", pieces)))
                .filter(content -> !(asText("\r\n", content)).contains("\r\n--ab-c"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 500)
    void endsOrRefusesButNeverFailsOtherwise(@ForAll byte[] body) throws IOException {
        drainOrRefuse(body);
        drainOrRefuse(concat(text("--ab-c\r\nContent-Disposition: form-data; name=a\r\n\r\n"), body));
    }

    @Test
    void skipsPreambleAndWhatIsLeftOfAPart() throws IOException {
        MultipartForm form = form("preamble\r\n--ab-c \r\ncontent-type: text/plain\r\n"
                + "CONTENT-DISPOSITION: form-data; filename=\"x.pdf\"; name=document\r\n\r\nlong content\r\n"
                + "--ab-c\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n{}\r\n--ab-c--");
        FormPart first = form.next().orElseThrow();
        assertThat(first.name()).isEqualTo("document");
        assertThat(first.body().read()).isEqualTo('l');
        FormPart second = form.next().orElseThrow();
        assertThat(second.name()).isEqualTo("parameters");
        assertThat(second.body().readAllBytes()).asString().isEqualTo("{}");
        assertThat(form.next()).isEmpty();
    }

    @Test
    void readsAQuotedBoundaryBesideOtherParameters() throws IOException {
        MultipartForm form = new MultipartForm(
                "Multipart/Form-Data; charset=utf-8; boundary=\"a b\"",
                new ByteArrayInputStream(
                        text("--a b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--a b--")));
        assertThat(form.next().orElseThrow().body().readAllBytes()).asString().isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/mixed; boundary=x",
                "text/plain",
                "multipart/form-data; boundary="
            })
    void refusesAnotherMediaTypeOrNoBoundary(String type) {
        assertThatThrownBy(() -> new MultipartForm(type, InputStream.nullInputStream()))
                .satisfies(e -> assertThat(code(e)).isEqualTo(FailureCode.MEDIA_TYPE_NOT_SUPPORTED));
    }

    @Test
    void refusesABodyThatBreaksOffInsideAPart() {
        assertThat(refusal("--ab-c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf"))
                .isEqualTo(FailureCode.BODY_TRUNCATED);
    }

    @Test
    void refusesABodyWithoutItsClosingHyphens() {
        assertThat(refusal("--ab-c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n--ab-c"))
                .isEqualTo(FailureCode.BODY_TRUNCATED);
    }

    @Test
    void refusesAPartWithoutAName() {
        assertThat(refusal("--ab-c\r\nContent-Type: text/plain\r\n\r\nx\r\n--ab-c--"))
                .isEqualTo(FailureCode.PARAMETER_INVALID);
        assertThat(refusal("--ab-c\r\n\r\nx\r\n--ab-c--")).isEqualTo(FailureCode.PARAMETER_INVALID);
    }

    @Test
    void refusesHeaderFieldsWithoutEnd() {
        assertThat(refusal("--ab-c\r\nX: " + "y".repeat(10_000) + "\r\n\r\n")).isEqualTo(FailureCode.PARAMETER_INVALID);
    }

    @Test
    void refusesTooManyParts() {
        String part = "--ab-c\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n";
        assertThat(refusal(part.repeat(100) + "--ab-c--")).isEqualTo(FailureCode.PARAMETER_INVALID);
    }

    private static FailureCode refusal(String body) {
        try {
            drain(form(body));
            throw new AssertionError("was accepted");
        } catch (IOException | FailureException e) {
            return code(e);
        }
    }

    private static FailureCode code(Throwable e) {
        return ((FailureException) e).failure().code();
    }

    private static void drainOrRefuse(byte[] body) throws IOException {
        try {
            drain(new MultipartForm(TYPE, new ByteArrayInputStream(body)));
        } catch (FailureException refused) {
            assertThat(refused.failure().code()).isIn(FailureCode.BODY_TRUNCATED, FailureCode.PARAMETER_INVALID);
        }
    }

    private static void drain(MultipartForm form) throws IOException {
        for (Optional<FormPart> part = form.next(); part.isPresent(); part = form.next()) {
            part.get().body().readAllBytes();
        }
    }

    private static MultipartForm form(String body) {
        return new MultipartForm(TYPE, new ByteArrayInputStream(text(body)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String asText(String before, byte[] octets) {
        return before + new String(octets, StandardCharsets.ISO_8859_1) + "\r\n";
    }

    private static byte[] concat(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }

    /** A connection that gives few octets at a time. */
    private static final class Trickle extends ByteArrayInputStream {
        private final int chunk;

        Trickle(byte[] octets, int chunk) {
            super(octets);
            this.chunk = chunk;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, chunk));
        }
    }
}
