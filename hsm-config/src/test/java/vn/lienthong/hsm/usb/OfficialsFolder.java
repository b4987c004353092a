package vn.lienthong.hsm.usb;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.lienthong.hsm.perform.Folder;
import vn.lienthong.hsm.tool.Tool;

/** An official's machine: a SoftHSM in place of the USB token, with a key and its certificate, and the program's output. */
final class OfficialsFolder {
    static final String MODULE = "/usr/lib/softhsm/libsofthsm2.so";
    static final String LABEL = "usb";

    final Folder folder;
    String said = "";

    OfficialsFolder(Path path) throws Exception {
        folder = new Folder(path);
        tool("init", "--security-officer-pin-file", folder.at("so.pin").toString());
        folder.run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-subj",
                "/CN=CA");
    }

    /** A key of that form with a certificate beside it. */
    void issue(String alias, String form, String id) throws Exception {
        tool("generate", "--alias", alias, "--form", form, "--id", id);
        tool(
                "csr",
                "--alias",
                alias,
                "--common-name",
                "Nguyễn Văn An",
                "--organization",
                "UBND",
                "--file",
                folder.at(alias + ".csr").toString());
        folder.run(
                "openssl",
                "x509",
                "-req",
                "-in",
                alias + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-set_serial",
                "0x" + id,
                "-out",
                alias + ".pem");
        tool("import", "--alias", alias, "--file", folder.at(alias + ".pem").toString());
    }

    /** The program's exit status; what it said is kept. */
    int run(String command, String... more) {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--module",
                MODULE,
                "--label",
                LABEL,
                "--pin-file",
                folder.at("hsm.pin").toString(),
                "--chain",
                folder.at("ca.pem").toString()));
        all.addAll(List.of(more));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = UsbMain.run(print, print, null, all.toArray(String[]::new));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private void tool(String command, String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                command,
                "--profile",
                "softhsm",
                "--label",
                LABEL,
                "--pin-file",
                folder.at("hsm.pin").toString()));
        all.addAll(List.of(more));
        try (BufferedReader in = new BufferedReader(new StringReader(""))) {
            Tool tool = Tool.of(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    in,
                    Clock.systemUTC(),
                    all.toArray(String[]::new));
            if (tool.run() != 0) {
                throw new IllegalStateException(command);
            }
        }
    }
}
