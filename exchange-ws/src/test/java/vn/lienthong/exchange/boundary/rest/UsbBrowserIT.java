package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.exchange.it.Eventually;
import vn.lienthong.exchange.it.UsbToken;

/** A page in Chromium signs with a token, by the module that the server serves and the bridge on the same machine. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsbBrowserIT {
    private static final Path STATE = Path.of(System.getProperty("lienthong.it.state", "."));
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    static Path folder;

    private UsbToken token;

    @BeforeAll
    void setUp() throws Exception {
        token = UsbToken.in(folder.resolve("usb"), STATE);
        token.issue("an", "EC:prime256v1", "Nguyễn Văn An");
    }

    @Test
    void aPageSignsWithTheToken() throws Exception {
        try (OfficialsPage page = new OfficialsPage()) {
            String said = visited(page, page.origin());
            assertThat(said).isEqualTo("CN=Nguyễn Văn An,C=VN");
            Path signed = Files.write(folder.resolve("signed.pdf"), page.signed);
            assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", signed.toString())))
                    .contains("Signature is Valid");
        }
    }

    @Test
    void aPageOfAnotherOriginReachesNoToken() throws Exception {
        try (OfficialsPage page = new OfficialsPage()) {
            assertThat(visited(page, "https://ky.bac-kan.example")).startsWith("bridge-unreachable: Cầu nối USB token");
            assertThat(page.signed).isEmpty();
        }
    }

    /** What the page says at its end, with a bridge that knows pages of that origin. */
    private String visited(OfficialsPage page, String origin) throws Exception {
        Path log = Files.createTempFile(folder, "bridge", ".log");
        Process bridge =
                UsbProgram.start(UsbProgram.command(token, STATE, "bridge", "--origin", origin, "--port", "0"), log);
        try {
            Eventually.within(
                    Duration.ofSeconds(60),
                    "the bridge answers",
                    () -> ADDRESS.matcher(UsbProgram.text(log)).find());
            Matcher address = ADDRESS.matcher(UsbProgram.text(log));
            assertThat(address.find()).isTrue();
            page.start(script(address.group()));
            Process browser = browser(page.origin() + "/page.html");
            try {
                String said = page.said.poll(90, TimeUnit.SECONDS);
                assertThat(said).as("what the page said").isNotNull();
                return said;
            } finally {
                browser.descendants().forEach(ProcessHandle::destroyForcibly);
                browser.destroyForcibly().waitFor();
            }
        } finally {
            bridge.descendants().forEach(ProcessHandle::destroyForcibly);
            bridge.destroyForcibly().waitFor();
        }
    }

    private static String script(String bridge) throws Exception {
        return """
                import { UsbBridge, signWithToken } from '/usb-token.js';
                const octets = Uint8Array.from(atob('%s'), (c) => c.charCodeAt(0));
                try {
                  const bridge = new UsbBridge({ address: '%s' });
                  const [certificate] = await bridge.certificates();
                  const signed = await signWithToken({
                    api: '/api/v1', authorization: '%s', bridge, certificate,
                    documents: [new File([octets], 'công văn.pdf')],
                    signature: { reason: 'Ban hành' },
                  });
                  await fetch('/signed', { method: 'POST', body: signed });
                  await fetch('/said', { method: 'POST', body: certificate.subject });
                } catch (fault) {
                  await fetch('/said', { method: 'POST', body: `${fault.code}: ${fault.message}` });
                }
                """.formatted(
                        Base64.getEncoder().encodeToString(RestSigningIT.pdf()),
                        bridge,
                        RestClient.bearer(RestClient.OFFICIAL));
    }

    private static Process browser(String address) throws Exception {
        return new ProcessBuilder(
                        "chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + Files.createTempDirectory(folder, "chromium"),
                        "--remote-debugging-port=0",
                        address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
    }
}
