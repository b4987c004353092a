package vn.lienthong.exchange.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** Whoever uses a page without a pointer, and looks at it on screens of two widths. */
public final class Keyboard {
    private static final int MOST_TABS = 40;
    private static final int[] WIDTHS = {360, 1440};

    private final Chromium chromium;

    public Keyboard(Chromium chromium) {
        this.chromium = chromium;
    }

    public Keyboard press(String key) {
        int code = switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            default -> throw new IllegalArgumentException(key);
        };
        Map<String, Object> down = Map.of(
                "type", "keyDown",
                "key", key,
                "code", key,
                "windowsVirtualKeyCode", code,
                "text", code == 13 ? "\r" : "");
        chromium.ask("Input.dispatchKeyEvent", down);
        chromium.ask(
                "Input.dispatchKeyEvent",
                Map.of("type", "keyUp", "key", key, "code", key, "windowsVirtualKeyCode", code));
        return this;
    }

    /** Into whatever has the focus. */
    public Keyboard type(String text) {
        chromium.ask("Input.insertText", Map.of("text", text));
        return this;
    }

    /** The tabulator is pressed until that has the focus. */
    public Keyboard focus(String selector) {
        return tabTo("document.activeElement.matches('" + selector + "')");
    }

    /** The tabulator is pressed until the script comes to true. */
    public Keyboard tabTo(String script) {
        for (int i = 0; i < MOST_TABS; i++) {
            press("Tab");
            if (chromium.evaluate(script).asBoolean()) {
                return this;
            }
        }
        throw new AssertionError("no way by the keyboard to " + script + " in "
                + chromium.evaluate("document.body.innerText").asText());
    }

    /** Pictures of the page, whose content is no wider than each screen. */
    public void shoot(Path name) throws IOException {
        Files.createDirectories(name.toAbsolutePath().getParent());
        for (int width : WIDTHS) {
            chromium.ask(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 500));
            assertThat(chromium.evaluate("document.documentElement.scrollWidth").asInt())
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            String picture = chromium.ask(
                            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
                    .path("data")
                    .asText();
            Files.write(
                    Path.of(name + "-" + width + ".png"), Base64.getDecoder().decode(picture));
        }
        chromium.ask("Emulation.clearDeviceMetricsOverride", Map.of());
    }
}
