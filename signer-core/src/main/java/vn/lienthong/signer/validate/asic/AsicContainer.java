package vn.lienthong.signer.validate.asic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.signer.validate.xml.Packaging;
import vn.lienthong.signer.validate.xml.XmlShape;
import vn.lienthong.signer.validate.xml.XmlSignatures;

/**
 * A container whose ZIP was found harmless, read without any library for containers: its files, its signatures, and which
 * of them says to cover which file.
 *
 * <p>Source: EN 319 162-1 §4.3, §4.4 and Annex A.
 */
public final class AsicContainer {
    private static final String FOLDER = "META-INF/";
    private static final Set<String> TYPES =
            Set.of("application/vnd.etsi.asic-s+zip", "application/vnd.etsi.asic-e+zip");

    private static final Pattern XML_SIGNATURE = Pattern.compile("META-INF/[^/]*signatures[^/]*\\.xml");
    private static final Pattern CMS_SIGNATURE = Pattern.compile("META-INF/[^/]*signature[^/]*\\.p7[sm]");
    private static final Pattern TIMESTAMP = Pattern.compile("META-INF/[^/]*timestamp[^/]*\\.tst");
    private static final Pattern MANIFEST =
            Pattern.compile("META-INF/[^/]*ASiC(Archive|EvidenceRecord)?Manifest[^/]*\\.xml");
    private static final Pattern SIGNATURE_MANIFEST = Pattern.compile("META-INF/[^/]*ASiCManifest[^/]*\\.xml");
    private static final Pattern FILE_LIST = Pattern.compile("META-INF/(manifest\\.xml)?");
    private static final Pattern NOT_CHECKED =
            Pattern.compile("META-INF/(container\\.xml|[^/]*evidencerecord[^/]*\\.(xml|ers))");

    private final ZipArchive archive;
    private final String type;
    private final Map<String, byte[]> metaInf;
    private final Map<String, XmlSignatures> xmlSignatures = new LinkedHashMap<>();
    private final Map<String, AsicManifest> manifests = new LinkedHashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    private AsicContainer(ZipArchive archive, String type, Map<String, byte[]> metaInf) {
        this.archive = archive;
        this.type = type;
        this.metaInf = metaInf;
    }

    /**
     * The container, or empty if what belongs to its signatures passes a limit.
     *
     * @param maxBytes most octets of META-INF together; they are kept in memory
     */
    public static Optional<AsicContainer> read(Path zip, int maxEntries, long maxBytes, int maxElements, int maxDepth)
            throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(zip.toFile(), "r")) {
            ZipArchive archive = ZipDirectory.read(file, maxEntries);
            Map<String, byte[]> metaInf = new LinkedHashMap<>();
            long total = 0;
            String type = "";
            for (ZipItem item : archive.items()) {
                boolean isType = item.name().equals("mimetype");
                if (!isType && !item.name().startsWith(FOLDER)) {
                    continue;
                }
                total += item.size();
                if (total > maxBytes) {
                    return Optional.empty();
                }
                byte[] octets = ZipArchive.octets(file, item);
                if (isType) {
                    type = new String(octets, StandardCharsets.ISO_8859_1);
                } else {
                    metaInf.put(item.name(), octets);
                }
            }
            AsicContainer container = new AsicContainer(archive, type, metaInf);
            return container.parse(maxElements, maxDepth) ? Optional.of(container) : Optional.empty();
        } catch (ZipFaultException e) {
            throw new IOException("the file changed while it was read", e);
        }
    }

    private boolean parse(int maxElements, int maxDepth) throws IOException {
        for (Map.Entry<String, byte[]> entry : metaInf.entrySet()) {
            String name = entry.getKey();
            if (!name.endsWith(".xml")) {
                continue;
            }
            XmlShape shape = XmlShape.of(new ByteArrayInputStream(entry.getValue()), maxElements, maxDepth);
            if (shape.kind() == XmlShape.Kind.HOSTILE) {
                return false;
            }
            if (shape.kind() == XmlShape.Kind.MALFORMED) {
                unreadable.add(name);
            } else if (MANIFEST.matcher(name).matches()) {
                AsicManifest.parse(entry.getValue())
                        .ifPresentOrElse(manifest -> manifests.put(name, manifest), () -> unreadable.add(name));
            } else if (XML_SIGNATURE.matcher(name).matches()) {
                @Nullable XmlSignatures signatures = XmlSignatures.read(
                                new ByteArrayInputStream(entry.getValue()), Packaging.IN_CONTAINER)
                        .orElse(null);
                if (signatures == null || !signatures.isSigned()) {
                    unreadable.add(name);
                } else if (signatures.isTooMuch()) {
                    return false;
                } else {
                    xmlSignatures.put(name, signatures);
                }
            }
        }
        return true;
    }

    /** Signatures in XML by the name of their file. */
    public Map<String, XmlSignatures> xmlSignatures() {
        return Map.copyOf(xmlSignatures);
    }

    /** Signatures in CMS by the name of their file. */
    public Map<String, byte[]> cmsSignatures() {
        return files(CMS_SIGNATURE);
    }

    /** Timestamps over files by the name of their own. */
    public Map<String, byte[]> timestamps() {
        return files(TIMESTAMP);
    }

    private Map<String, byte[]> files(Pattern kind) {
        return metaInf.entrySet().stream()
                .filter(e -> kind.matcher(e.getKey()).matches())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether anything in it says to be a signature. */
    public boolean isSigned() {
        return !xmlSignatures.isEmpty() || !cmsSignatures().isEmpty();
    }

    /** Every fault; empty if there is none. */
    public List<AsicFinding> faults() {
        return new AsicCoverage(this).faults();
    }

    ZipArchive archive() {
        return archive;
    }

    String type() {
        return type;
    }

    boolean isForOneFile() {
        return type.equals("application/vnd.etsi.asic-s+zip");
    }

    boolean hasKnownType() {
        return TYPES.contains(type);
    }

    /** Files of META-INF that are of no known kind. */
    List<String> unknown() {
        return metaInf.keySet().stream()
                .filter(name ->
                        !List.of(XML_SIGNATURE, CMS_SIGNATURE, TIMESTAMP, MANIFEST, FILE_LIST, NOT_CHECKED).stream()
                                .anyMatch(kind -> kind.matcher(name).matches()))
                .toList();
    }

    /** Files of META-INF that nothing here looks into. */
    Set<String> notChecked() {
        return files(NOT_CHECKED).keySet();
    }

    /** The list of files that is no part of ASiC, by its name. */
    Map<String, byte[]> fileLists() {
        return files(FILE_LIST).entrySet().stream()
                .filter(e -> !e.getKey().equals(FOLDER))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<String> unreadable() {
        return unreadable;
    }

    Map<String, AsicManifest> manifests() {
        return manifests;
    }

    List<String> signatureManifests() {
        return manifests.keySet().stream()
                .filter(name -> SIGNATURE_MANIFEST.matcher(name).matches())
                .toList();
    }

    /** Files that are there to be read, and so to be signed. */
    List<String> contents() {
        return archive.items().stream()
                .filter(item -> !item.isFolder())
                .map(ZipItem::name)
                .filter(name -> !name.equals("mimetype") && !name.startsWith(FOLDER))
                .toList();
    }
}
