package vn.lienthong.demo.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * An evidence file laid out for other people's tools.
 *
 * @param heads names of the batches, such as {@code heads/17}
 * @param chain every certificate of the file, as PEM
 */
public record EvidenceParts(Path folder, List<String> heads, Path chain) {
    public EvidenceParts {
        heads = List.copyOf(heads);
    }

    /** The file's parts lie below the folder; parts that would lie elsewhere are left out. */
    public static EvidenceParts unpack(Path evidence, Path folder) {
        List<String> heads = new ArrayList<>();
        StringWriter chain = new StringWriter();
        try (ZipFile zip = new ZipFile(evidence.toFile());
                PemWriter pem = new PemWriter(chain)) {
            for (ZipEntry entry : zip.stream().toList()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !target.startsWith(folder)) {
                    continue;
                }
                byte[] octets;
                try (InputStream in = zip.getInputStream(entry)) {
                    octets = in.readAllBytes();
                }
                Files.createDirectories(target.resolveSibling("."));
                Files.write(target, octets);
                if (entry.getName().endsWith(".p7s")) {
                    heads.add(entry.getName().replaceFirst("\\.p7s$", ""));
                } else if (entry.getName().endsWith(".cer")) {
                    pem.writeObject(new PemObject("CERTIFICATE", octets));
                }
            }
            pem.flush();
            return new EvidenceParts(folder, heads, Files.writeString(folder.resolve("chain.pem"), chain.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path at(String name) {
        return folder.resolve(name);
    }
}
