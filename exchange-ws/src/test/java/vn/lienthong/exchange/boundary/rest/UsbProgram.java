package vn.lienthong.exchange.boundary.rest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.exchange.it.UsbToken;

/** The official's program in a process of its own, as the launcher starts it. */
final class UsbProgram {
    private static final String MODULE = "/usr/lib/softhsm/libsofthsm2.so";

    private UsbProgram() {}

    /** Its command line on that token. */
    static List<String> command(UsbToken token, Path state, String command, String... more) throws Exception {
        Path pin = Files.writeString(token.folder().resolve("usb.pin"), UsbToken.PIN);
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        List<String> all = new ArrayList<>(List.of(
                "env",
                "SOFTHSM2_CONF=" + token.configuration(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "vn.lienthong.hsm.usb.UsbMain",
                command,
                "--module",
                MODULE,
                "--label",
                UsbToken.LABEL,
                "--pin-file",
                pin.toString(),
                "--chain",
                state.resolve("pki/ca/issuing-ca.pem").toString()));
        all.addAll(List.of(more));
        return all;
    }

    /** The process, whose output goes to the file. */
    static Process start(List<String> command, Path log) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    static String text(Path log) throws Exception {
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
