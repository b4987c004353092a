package vn.lienthong.exchange.boundary.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.exchange.application.twostep.OwnKeyRefusal;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.keypolicy.PolicyRefusal;
import vn.lienthong.signer.sign.SignRefusal;
import vn.lienthong.signer.sign.twostep.TwoStepRefusal;
import vn.lienthong.signer.text.Language;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.validate.ValidationOutcome;

class FailureTextsTest {
    private final FailureTexts texts = new FailureTexts();

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void hasATitleInBothLanguagesAndTheyDiffer(FailureCode code) {
        String vi = texts.text(code.code(), Language.VI);
        String en = texts.text(code.code(), Language.EN);
        assertThat(vi).isNotBlank().doesNotContain("{").doesNotEndWith(".");
        assertThat(en).isNotBlank().doesNotContain("{").doesNotEndWith(".").isNotEqualTo(vi);
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void namesTheSameArgumentsInBothLanguages(FailureCode code) {
        String vi = texts.text(code.code() + ".detail", Language.VI);
        String en = texts.text(code.code() + ".detail", Language.EN);
        assertThat(vi == null).isEqualTo(en == null);
        if (vi != null && en != null) {
            int count = FailureTexts.argumentCount(vi);
            assertThat(count).isEqualTo(FailureTexts.argumentCount(en)).isPositive();
            Failure failure = new Failure(code, Collections.nCopies(count, "ĐỐI-SỐ"), List.of());
            assertThat(texts.detail(failure, Language.VI)).contains("ĐỐI-SỐ").doesNotContain("{");
            assertThat(texts.detail(failure, Language.EN)).contains("ĐỐI-SỐ").doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasNoTextOfACodeThatDoesNotExist(Language language) {
        Set<String> codes = Stream.concat(Arrays.stream(FailureCode.values()).map(FailureCode::code), reasons())
                .collect(Collectors.toSet());
        assertThat(texts.keys(language))
                .allSatisfy(key -> assertThat(codes)
                        .contains(key.endsWith(".detail") ? key.substring(0, key.length() - ".detail".length()) : key));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void saysEachReasonOfTheSignerInBothLanguages(String key) {
        assertThat(texts.text(key, Language.VI)).isNotBlank().isNotEqualTo(texts.text(key, Language.EN));
        assertThat(texts.text(key, Language.EN)).isNotBlank();
    }

    static Stream<String> reasons() {
        return Stream.of(
                        SignRefusal.values(),
                        SigningOutcome.RefusalReason.values(),
                        ValidationOutcome.Reason.values(),
                        PolicyRefusal.values(),
                        OwnKeyRefusal.values(),
                        TwoStepRefusal.values())
                .<Enum<?>>flatMap(Arrays::stream)
                .map(reason -> "reason." + reason.name())
                .distinct();
    }

    @Test
    void saysAReasonInPlaceOfItsName() {
        assertThat(texts.detail(Failure.of(FailureCode.DOCUMENT_NOT_SIGNABLE, "NOT_A_PDF"), Language.VI))
                .isEqualTo("Văn bản không thể ký số: tệp không phải là PDF.");
    }

    @Test
    void saysTheTitleWhenThereAreNoArguments() {
        assertThat(texts.detail(Failure.of(FailureCode.RECEIVER_UNKNOWN), Language.VI))
                .isEqualTo("Cơ quan nhận không có trong danh bạ liên thông.");
    }

    @Test
    void appendsArgumentsThatNoPatternNames() {
        assertThat(texts.detail(Failure.of(FailureCode.OVERLOADED, "abc", "d"), Language.EN))
                .isEqualTo("The server is overloaded (abc, d).");
    }

    @Test
    void givesACallersWordsBackInOneLineCutAndWithoutControlCharacters() {
        String words = "a\r\nSet-Cookie: x\u001b[2J\u202e" + "y".repeat(1000);

        String detail = texts.detail(Failure.of(FailureCode.NOT_FOUND, words), Language.EN);

        assertThat(detail).startsWith("\"a??Set-Cookie: x?[2J?yyy").hasSizeLessThan(350);
        assertThat(detail.chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void keepsBracesInsideAnArgument() {
        assertThat(texts.detail(Failure.of(FailureCode.RECEIVER_UNKNOWN, "{0}'x'"), Language.EN))
                .contains("\"{0}'x'\"");
    }
}
