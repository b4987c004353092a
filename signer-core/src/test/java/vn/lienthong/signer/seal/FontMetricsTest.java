package vn.lienthong.signer.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontMetricsTest {
    /** Every letter of Vietnamese that has a mark. */
    private static final String MARKED = "áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ";

    @ParameterizedTest
    @EnumSource
    void eachFontShowsAllOfVietnamese(SealFont font) {
        FontMetrics metrics = FontMetrics.of(font);
        assertThat(metrics.canShow(Normalizer.normalize(MARKED, Normalizer.Form.NFC)))
                .isTrue();
        assertThat(metrics.canShow(MARKED.toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(metrics.canShow("漢")).isFalse();
        assertThat(metrics.width("Nguyễn", 10)).isBetween(25.0, 40.0);
    }
}
