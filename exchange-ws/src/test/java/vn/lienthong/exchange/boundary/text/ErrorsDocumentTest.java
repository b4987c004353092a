package vn.lienthong.exchange.boundary.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.lienthong.exchange.domain.failure.Category;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.signer.text.Language;

/** {@code docs/errors.md} says what the enum says. Run with {@code -Ddocs.write=true} to write it anew. */
class ErrorsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "errors.md");

    @Test
    void isUpToDate() throws IOException {
        String wanted = render(new FailureTexts());
        if (Boolean.getBoolean("docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, wanted);
        }
        assertThat(Files.readString(DOCUMENT))
                .as("docs/errors.md; write it anew with -Dtest=ErrorsDocumentTest -Ddocs.write=true")
                .isEqualTo(wanted);
    }

    private static String render(FailureTexts texts) {
        StringBuilder page = new StringBuilder("""
                # Error codes

                Made from `FailureCode` and the message bundles by `ErrorsDocumentTest`; do not edit by hand.

                A code is stable for ever and the same on every protocol. REST answers `application/problem+json`
                (RFC 9457) with `type` = `urn:lienthong:problem:CODE`; VXP answers the number as `ErrorCode`. *Retry* says
                whether the same request may succeed later.

                | code | HTTP | VXP | whose move | retry | tiếng Việt | English |
                |---|---|---|---|---|---|---|
                """);
        for (FailureCode code : FailureCode.values()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %s | %s | %s | %s |%n",
                    code.code(),
                    code.httpStatus(),
                    code.vxpErrorCode(),
                    mover(code.category()),
                    code.retryable() ? "yes" : "no",
                    texts.title(code, Language.VI),
                    texts.title(code, Language.EN)));
        }
        return page.toString();
    }

    private static String mover(Category category) {
        return switch (category) {
            case CALLER -> "caller";
            case POLICY -> "policy";
            case DEPENDENCY -> "a dependency";
            case OURS -> "ours";
        };
    }
}
