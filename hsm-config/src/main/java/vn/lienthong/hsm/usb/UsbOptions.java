package vn.lienthong.hsm.usb;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the command line says: names with values; {@code --file} and {@code --origin} may come several times. */
final class UsbOptions {
    private static final Set<String> OF_SIGN = Set.of(
            "--module",
            "--label",
            "--pin-file",
            "--chain",
            "--lang",
            "--certificate",
            "--server",
            "--account-file",
            "--file",
            "--image",
            "--signature",
            "--out");
    private static final Set<String> OF_BRIDGE =
            Set.of("--module", "--label", "--pin-file", "--chain", "--lang", "--origin", "--port");
    private static final Set<String> REPEATED = Set.of("--file", "--origin");

    private record Option(String name, String value) {}

    private final String command;
    private final List<Option> given;

    private UsbOptions(String command, List<Option> given) {
        this.command = command;
        this.given = given;
    }

    /** @throws IllegalArgumentException with a sentence that names what is wrong */
    static UsbOptions parse(String... arguments) {
        if (arguments.length == 0 || !Set.of("sign", "bridge").contains(arguments[0])) {
            throw new IllegalArgumentException(
                    "usage: sign|bridge --module LIBRARY --label TOKEN … (docs/connect-usb-token.md)");
        }
        Set<String> known = arguments[0].equals("sign") ? OF_SIGN : OF_BRIDGE;
        List<Option> given = new ArrayList<>();
        for (int i = 1; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!known.contains(name)) {
                throw new IllegalArgumentException("the option " + name + " is unknown or irrelevant");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(name + " wants a value");
            }
            if (!REPEATED.contains(name)
                    && given.stream().anyMatch(o -> o.name().equals(name))) {
                throw new IllegalArgumentException(name + " is given twice");
            }
            given.add(new Option(name, arguments[i + 1]));
        }
        return new UsbOptions(arguments[0], given);
    }

    String command() {
        return command;
    }

    List<String> all(String name) {
        return given.stream()
                .filter(o -> o.name().equals(name))
                .map(Option::value)
                .toList();
    }

    Optional<String> optional(String name) {
        return all(name).stream().findFirst();
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    Optional<Path> optionalPath(String name) {
        return optional(name).map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    UsbToken token() throws IOException {
        return new UsbToken(path("--module"), text("--label"), issuers());
    }

    /** @throws IllegalArgumentException if the secret of an account would go over an open network */
    URI server() {
        URI server = URI.create(text("--server"));
        boolean here = Set.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(server.getHost()));
        if (server.getHost() == null
                || !("https".equals(server.getScheme()) || "http".equals(server.getScheme()) && here)) {
            throw new IllegalArgumentException("--server wants https://HOST; http is for this machine alone");
        }
        return server;
    }

    private List<X509Certificate> issuers() throws IOException {
        Optional<Path> file = optionalPath("--chain");
        if (file.isEmpty()) {
            return List.of();
        }
        try (InputStream pem = Files.newInputStream(file.get())) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException("--chain names a file without certificates", e);
        }
    }

    boolean english() {
        return optional("--lang").orElse("vi").equals("en");
    }

    String say(String vietnamese, String inEnglish) {
        return english() ? inEnglish : vietnamese;
    }
}
