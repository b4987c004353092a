package vn.lienthong.exchange.boundary.csc.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.exchange.boundary.csc.CscRefusal;
import vn.lienthong.exchange.domain.account.OpaqueToken;
import vn.lienthong.signer.text.Language;

class PagePartsTest {
    @Test
    void escapesEveryText() {
        String page = new Html(Language.VI)
                .text("<script>alert('x')</script>")
                .attribute("value", "\"><img src=x onerror=alert(1)>")
                .toString();
        assertThat(page)
                .isEqualTo("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
                        + " value=\"&quot;&gt;&lt;img src=x onerror=alert(1)&gt;\"");
    }

    /** A name that is written backwards could look like another application's. */
    @Test
    void doesNotTurnTheDirectionOfWriting() {
        assertThat(Html.escaped("a\u202Etxt.exe\u0000\u2067")).isEqualTo("a\uFFFDtxt.exe\uFFFD\uFFFD");
    }

    @Test
    void readsParametersOnceAndEncodesThemBack() {
        FormParameters parameters = FormParameters.parse("b=1%202+3&a=%C4%91&c=&d");
        assertThat(parameters.find("b")).contains("1 2 3");
        assertThat(parameters.find("c")).isEmpty();
        assertThat(parameters.encoded()).isEqualTo("a=%C4%91&b=1+2+3");
        assertThat(parameters.with("b", "&").encoded()).isEqualTo("a=%C4%91&b=%26");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=2", "a=%zz", "a=%C3%", "a=%00"})
    void refusesParametersThatAreRepeatedOrMalformed(String text) {
        assertThatThrownBy(() -> FormParameters.parse(text)).isInstanceOf(CscRefusal.class);
    }

    @Test
    void refusesParametersWithoutEnd() {
        assertThatThrownBy(() -> FormParameters.parse("a=" + "x".repeat(FormParameters.LARGEST)))
                .isInstanceOf(CscRefusal.class);
        assertThatThrownBy(() -> FormParameters.parse("a&".repeat(100))).isInstanceOf(CscRefusal.class);
    }

    @Test
    void sendsBackWithoutTouchingTheAddress() {
        RedirectTarget target = new RedirectTarget("https://ky.example.vn/tra-ve?a=1", Optional.of("x&y=z #"));
        assertThat(target.code("m ã")).isEqualTo("https://ky.example.vn/tra-ve?a=1&code=m+%C3%A3&state=x%26y%3Dz+%23");
        assertThat(new RedirectTarget("http://127.0.0.1:8765/", Optional.empty()).error("e", "d"))
                .isEqualTo("http://127.0.0.1:8765/?error=e&error_description=d");
        assertThat(RedirectTarget.origin("https://ky.example.vn:8443/a?b")).isEqualTo("https://ky.example.vn:8443");
    }

    @Test
    void tiesAFormToItsBrowser() {
        OpaqueToken mine = new OpaqueToken("a".repeat(43));
        OpaqueToken other = new OpaqueToken("b".repeat(43));
        FormParameters form = FormParameters.parse("form_code=" + BrowserCookie.formCode(mine));
        assertThat(BrowserCookie.sentThisForm(mine, form)).isTrue();
        assertThat(BrowserCookie.sentThisForm(other, form)).isFalse();
        assertThat(BrowserCookie.sentThisForm(mine, FormParameters.parse("x=1")))
                .isFalse();
    }
}
