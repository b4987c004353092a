package vn.lienthong.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.signer.text.Language;

/**
 * What the command line says.
 *
 * @param state the server's state folder
 * @param url the server's root, ending in a slash
 * @param file the reader's own PDF, if he brought one
 */
record DemoOptions(Language language, Path state, URI url, Optional<Path> file) {
    private static final Set<String> NAMES = Set.of("--lang", "--state", "--url", "--file");

    /** @throws DemoFailure saying what is wrong */
    static DemoOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!NAMES.contains(arguments[i])) {
                throw new DemoFailure("tùy chọn lạ: " + arguments[i], "unknown option: " + arguments[i]);
            }
            if (i + 1 == arguments.length) {
                throw new DemoFailure(arguments[i] + " cần một giá trị", arguments[i] + " wants a value");
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String lang = given.getOrDefault("--lang", "vi");
        Language language = Language.ofTag(lang)
                .orElseThrow(() -> new DemoFailure("--lang chỉ nhận vi hoặc en", "--lang takes vi or en only"));
        String url = given.getOrDefault("--url", "http://127.0.0.1:8080");
        Optional<Path> file = Optional.ofNullable(given.get("--file")).map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new DemoFailure("không đọc được tệp " + file.get(), "the file " + file.get() + " cannot be read");
        }
        return new DemoOptions(
                language,
                Path.of(given.getOrDefault("--state", ".lienthong")).toAbsolutePath(),
                URI.create(url.endsWith("/") ? url : url + "/"),
                file);
    }
}
