package vn.lienthong.exchange.boundary.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.text.Language;

class AcceptLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | VI",
                "en | EN",
                "en-US,en;q=0.9 | EN",
                "vi-VN,vi;q=0.9,en;q=0.8 | VI",
                "en;q=0.2,vi;q=0.9 | VI",
                "fr, en;q=0.5 | EN",
                "fr | VI",
                "* | VI",
                "en;q=rubbish | VI",
                ";;;, | VI",
            })
    void prefersVietnameseUnlessEnglishIsAskedFor(String header, Language expected) {
        assertThat(AcceptLanguage.preferred(header)).isEqualTo(expected);
    }

    @Test
    void refusesToReadAHeaderThatIsTooLong() {
        assertThat(AcceptLanguage.preferred("en," + "a".repeat(600))).isEqualTo(Language.VI);
    }
}
