package vn.lienthong.exchange.domain.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyTextsTest {
    @Test
    void takesWhatAgenciesAreCalled() {
        assertThat(AgencyTexts.isName("Sở Giáo dục và Đào tạo (cơ sở 2) - “Tây Ninh”"))
                .isTrue();
        assertThat(AgencyTexts.isName("a".repeat(200))).isTrue();
        assertThat(AgencyTexts.isMail("vanthu.so-noi-vu@tayninh.gov.vn")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " Sở", "Sở ", "Sở\nNội vụ", "Sở\u0000", "Sở \u202eộN", "Sở\u200bNội vụ", "\ud800"})
    void refusesNamesThatLookLikeOthersOrBreakLines(String name) {
        assertThat(AgencyTexts.isName(name)).isFalse();
    }

    @Test
    void refusesLongNames() {
        assertThat(AgencyTexts.isName("a".repeat(201))).isFalse();
        assertThat(AgencyTexts.isMail("a@" + "b".repeat(99))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "a@b@c", "a b@c", "a@b\r\nBcc: c@d", "khong-phai-thu"})
    void refusesWhatIsNoMailAddress(String mail) {
        assertThat(AgencyTexts.isMail(mail)).isFalse();
    }
}
