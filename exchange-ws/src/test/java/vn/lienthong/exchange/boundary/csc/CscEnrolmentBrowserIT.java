package vn.lienthong.exchange.boundary.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.csc.CscServer.APPLICATION;
import static vn.lienthong.exchange.boundary.csc.CscServer.OFFICIAL;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.csc.CscServer.Authenticator;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Chromium;
import vn.lienthong.exchange.it.Keyboard;

/** An official enrols in Chromium, by keyboard alone; a stranger's reader takes the secret from the picture of the page. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class CscEnrolmentBrowserIT {
    private static final String PAGE = "http://localhost:8080/csc/v2/oauth2/enrolment?lang=vi";
    private static final String NEW_PIN = "730184926";
    private static final String PROBLEM = "document.querySelector('[role=alert]') !== null";

    @TempDir
    Path folder;

    private Chromium chromium;
    private Keyboard keyboard;

    @BeforeEach
    void setUp() throws Exception {
        chromium = new Chromium(
                folder,
                "--host-resolver-rules=MAP localhost:8080 " + CscServer.uri("").getAuthority());
        keyboard = new Keyboard(chromium);
        chromium.open(PAGE);
        keyboard.type(OFFICIAL)
                .press("Tab")
                .type(CscServer.secret(OFFICIAL + ".token"))
                .press("Enter");
        chromium.await("document.activeElement?.id === 'code'");
    }

    @AfterEach
    void tearDown() throws Exception {
        chromium.close();
    }

    @Test
    void enrolsByKeyboardAlone() throws Exception {
        keyboard.shoot(Path.of("target", "pages", "enrolment"));
        choose(code(), NEW_PIN, NEW_PIN);
        chromium.await("document.querySelector('svg.qr') !== null");
        keyboard.shoot(Path.of("target", "pages", "enrolment-scan"));
        String uri = scanned(Path.of("target", "pages", "enrolment-scan-360.png"));
        Map<String, String> asked = Arrays.stream(URI.create(uri).getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertThat(URI.create(uri).getPath()).isEqualTo("/Liên Thông:" + OFFICIAL);
        assertThat(asked)
                .containsEntry("digits", "6")
                .containsEntry("period", "30")
                .containsEntry("algorithm", "SHA1");
        assertThat(chromium.evaluate("document.getElementById('secret').innerText")
                        .asText()
                        .replace(" ", ""))
                .isEqualTo(asked.get("secret"));

        Authenticator authenticator = Authenticator.ofBase32(asked.get("secret"));
        keyboard.type("000000").press("Enter");
        chromium.await(PROBLEM + " && document.activeElement?.id === 'otp'");
        assertThat(chromium.evaluate("document.querySelector('svg.qr') === null")
                        .asBoolean())
                .isTrue();
        keyboard.shoot(Path.of("target", "pages", "enrolment-again"));
        keyboard.type(authenticator.password(-1)).press("Enter");
        chromium.await("document.querySelector('[role=status]') !== null");
        keyboard.shoot(Path.of("target", "pages", "enrolment-done"));
        assertThat(AuditBodies.of("factors-enrolled").getLast()).contains(OFFICIAL);

        // It signs with what was chosen.
        String token = CscSigningIT.serviceToken(APPLICATION, OFFICIAL);
        String text = "Ký sau khi đăng ký " + System.nanoTime();
        Browser page = new Browser(
                        CscServer.request(APPLICATION, CscSigningIT.plain(CscSigningIT.credential(token), text)))
                .signIn(OFFICIAL)
                .allow(NEW_PIN, authenticator.password(0));
        assertThat(page.code()).isNotEmpty();
    }

    @Test
    void refusesWhatCannotBeChosen() throws Exception {
        String code = code();
        choose(code, NEW_PIN, NEW_PIN + "1");
        refused("không giống nhau");
        choose(code, "123456", "123456");
        refused("dễ đoán");
        choose("khong-phai-ma", NEW_PIN, NEW_PIN);
        refused("Mã đăng ký không đúng");
        // What the operator opened for somebody else is not this official's.
        choose(open("nguyen-van-an"), NEW_PIN, NEW_PIN);
        refused("Mã đăng ký không đúng");
        choose(code, NEW_PIN, NEW_PIN);
        chromium.await("document.querySelector('svg.qr') !== null");
    }

    private void choose(String code, String pin, String again) {
        chromium.await("document.activeElement?.id === 'code'");
        keyboard.type(code).press("Tab").type(pin).press("Tab").type(again).press("Enter");
    }

    private void refused(String text) {
        chromium.await(PROBLEM + " && document.querySelector('[role=alert]').innerText.includes('" + text + "')");
    }

    private static String code() throws Exception {
        return open(OFFICIAL);
    }

    private static String open(String account) throws Exception {
        return CscServer.rest("van-hanh-mot", "people/" + account + "/signing-factor-enrolments", "")
                .json()
                .path("code")
                .asText();
    }

    private static String scanned(Path picture) throws Exception {
        BufferedImage image = ImageIO.read(picture.toFile());
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }
}
