package vn.lienthong.exchange.boundary.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class CertificateNamesTest {
    @Test
    void showsTheTitleOfAnOfficialInLetters() {
        X500Principal official =
                new X500Principal("CN=Trần Thị Bình,title=Phó Chủ tịch,O=Tỉnh\\, huyện", Map.of("TITLE", "2.5.4.12"));
        assertThat(CertificateNames.of(official)).isEqualTo("CN=Trần Thị Bình,title=Phó Chủ tịch,O=Tỉnh\\, huyện");
    }
}
