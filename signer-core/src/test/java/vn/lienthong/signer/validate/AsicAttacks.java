package vn.lienthong.signer.validate;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.lienthong.signer.validate.RawZip.Part;

/** Containers that were swapped, added to, doubled or written so that readers differ, each named by its fault. */
final class AsicAttacks {
    private static final DSSDocument LETTER = document("cv.xml", "<congVan>Chi 100</congVan>");
    private static final DSSDocument ANNEX = document("phuluc.txt", "phụ lục");

    private final Map<String, byte[]> containers = new LinkedHashMap<>();
    private final DssSigner signer;
    private final Map<String, NamedAttack> attacks = new LinkedHashMap<>();

    /** A file, and the name of the finding or reason that must say why it is refused. */
    record NamedAttack(vn.lienthong.signer.algorithm.Bytes file, String expected) {}

    private AsicAttacks(DssSigner signer) {
        this.signer = signer;
        List<DSSDocument> both = List.of(LETTER, ANNEX);
        containers.put(
                "xades",
                signer.asicXades(ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_B, signer.official, both));
        containers.put(
                "cades",
                signer.asicCades(ASiCContainerType.ASiC_E, SignatureLevel.CAdES_BASELINE_B, signer.official, both));
        containers.put(
                "s-xades",
                signer.asicXades(
                        ASiCContainerType.ASiC_S, SignatureLevel.XAdES_BASELINE_B, signer.official, List.of(LETTER)));
        containers.put(
                "s-cades",
                signer.asicCades(
                        ASiCContainerType.ASiC_S, SignatureLevel.CAdES_BASELINE_B, signer.official, List.of(LETTER)));
    }

    static Map<String, NamedAttack> by(DssSigner signer) {
        AsicAttacks attacks = new AsicAttacks(signer);
        attacks.structure();
        attacks.names();
        attacks.files();
        attacks.manifests();
        attacks.severalSignatures();
        return attacks.attacks;
    }

    private static DSSDocument document(String name, String text) {
        return new InMemoryDocument(text.getBytes(StandardCharsets.UTF_8), name);
    }

    private void put(String name, byte[] file, String expected) {
        NamedAttack attack = new NamedAttack(vn.lienthong.signer.algorithm.Bytes.of(file), expected);
        if (attacks.put(name, attack) != null) {
            throw new IllegalStateException("two attacks of the name " + name);
        }
    }

    /** The same change to each container. */
    private void each(String name, String expected, Consumer<RawZip> change) {
        containers.forEach((kind, honest) -> {
            RawZip zip = RawZip.of(honest);
            change.accept(zip);
            put(kind + "-" + name, zip.octets(), expected);
        });
    }

    private void letter(String name, String expected, Consumer<Part> change) {
        each(name, expected, zip -> change.accept(zip.part("cv.xml")));
    }

    private static byte[] bytes(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return octets;
    }

    private void structure() {
        String ambiguous = "ZIP_AMBIGUOUS";
        each("octets-behind-the-end", ambiguous, zip -> zip.behind = bytes('x'));
        each("second-zip-behind-the-end", ambiguous, zip -> zip.behind = zip.octets());
        each("end-record-in-comment", ambiguous, zip -> zip.comment = "PK\5\6" + "\0".repeat(18));
        each("entry-missing-in-directory", ambiguous, zip -> zip.add("an.txt", "Chi 900").inDirectory = false);
        letter("gap-before-entry", ambiguous, part -> part.gapBefore = bytes(1, 2, 3));
        letter("name-differs-in-directory", ambiguous, part -> part.nameInDirectory = "cw.xml");
        letter("size-differs-in-directory", ambiguous, part -> part.moreLocalSize = 1);
        letter("crc-differs-in-directory", ambiguous, part -> part.moreCrcInDirectory = 1);
        letter("junk-behind-packed-data", ambiguous, part -> part.junkBehindPacked = bytes(1, 2, 3));
        letter("encrypted-flag", ambiguous, part -> part.flags |= 1);
        letter("unicode-path-field", ambiguous, part -> part.extra = bytes(0x75, 0x70, 5, 0, 1, 0, 0, 0, 0));
        letter(
                "unicode-path-in-directory",
                ambiguous,
                part -> part.extraInDirectory = bytes(0x75, 0x70, 5, 0, 1, 0, 0, 0, 0));
        letter("zip64-field", ambiguous, part -> part.extra = bytes(1, 0, 0, 0));
        letter("field-cut-off", ambiguous, part -> part.extra = bytes(1, 2, 9, 0));
        letter("stored-with-descriptor", ambiguous, part -> {
            part.stored = true;
            part.descriptor = true;
        });
        letter("link", "ZIP_NAME_UNSAFE", part -> part.attributes = 0120777);
    }

    private void names() {
        each("name-twice", "ZIP_NAMES_DOUBLED", zip -> zip.add("cv.xml", "Chi 900"));
        each("name-twice-first", "ZIP_NAMES_DOUBLED", zip -> zip.parts.add(1, new Part("cv.xml", bytes('x'))));
        each("name-in-other-case", "ZIP_NAMES_DOUBLED", zip -> zip.add("CV.XML", "Chi 900"));
        each("name-in-wide-letters", "ZIP_NAMES_DOUBLED", zip -> zip.add("ｃv.xml", "Chi 900"));
        each("name-in-other-normal-form", "ZIP_NAMES_DOUBLED", zip -> {
            zip.add("phụ.txt", "1");
            zip.add(java.text.Normalizer.normalize("phụ.txt", java.text.Normalizer.Form.NFD), "2");
        });
        each("file-that-is-a-folder", "ZIP_NAMES_DOUBLED", zip -> zip.add("cv.xml/x", "Chi 900"));
        String[] unsafe = {
            "../cv.xml",
            "/cv.xml",
            "a/../../x",
            "C:x",
            "a\\b",
            "a//b",
            "./x",
            "x.",
            "x ",
            " x",
            "a\u202excod.txt",
            "a\u200bb",
            "a\nb"
        };
        for (int i = 0; i < unsafe.length; i++) {
            String name = unsafe[i];
            each("unsafe-name-" + (i + 1), "ZIP_NAME_UNSAFE", zip -> zip.add(name, "Chi 900"));
        }
        each(
                "name-that-is-no-utf8",
                "ZIP_AMBIGUOUS",
                zip -> zip.add("\u00e9.txt", "x").charset = StandardCharsets.ISO_8859_1);
        each("name-of-unsaid-encoding", "ZIP_AMBIGUOUS", zip -> zip.add("\u00e9.txt", "x").flags = 0);
    }

    private void files() {
        Function<String, String> notSigned =
                kind -> kind.startsWith("s-") ? "CONTAINER_NOT_ONE_FILE" : "FILE_NOT_SIGNED";
        containers.forEach((kind, honest) -> {
            for (String name : List.of("them.txt", "thu/muc/them.txt", "meta-inf2/x", "mimetype2")) {
                RawZip zip = RawZip.of(honest);
                zip.add(name, "Chi 900");
                put(kind + "-file-added-" + name.replace('/', '-'), zip.octets(), notSigned.apply(kind));
            }
        });
        each("file-added-to-meta-inf", "CONTAINER_FILE_UNKNOWN", zip -> zip.add("META-INF/doc.txt", "Chi 900"));
        each("folder-added-to-meta-inf", "CONTAINER_FILE_UNKNOWN", zip -> zip.add("META-INF/a/signatures.xml", "<x/>"));
        each("mimetype-of-no-container", "MIMETYPE_WRONG", zip -> replace(zip, "mimetype", "application/zip"));
        each(
                "mimetype-with-line-end",
                "MIMETYPE_WRONG",
                zip -> replace(
                        zip, "mimetype", new String(zip.part("mimetype").data, StandardCharsets.US_ASCII) + "\n"));
        each("mimetype-missing", "MIMETYPE_MISSING", zip -> zip.without("mimetype"));
        each("mimetype-last", "MIMETYPE_NOT_PLAIN", zip -> zip.parts.add(zip.parts.removeFirst()));
        each("mimetype-compressed", "MIMETYPE_NOT_PLAIN", zip -> zip.part("mimetype").stored = false);
        each(
                "mimetype-with-extra-field",
                "MIMETYPE_NOT_PLAIN",
                zip -> zip.part("mimetype").extra = bytes(0xfe, 0xca, 0, 0));
        each("comment", "CONTAINER_COMMENT_NOT_SIGNED", zip -> zip.comment = "Chi 900");
        each("comment-of-another-type", "MIMETYPE_WRONG", zip -> zip.comment = "mimetype=application/zip");
        each("letter-removed", "FILE_NOT_SIGNED", zip -> {
            zip.without("cv.xml");
            zip.without("phuluc.txt");
        });
    }

    private static void replace(RawZip zip, String name, String text) {
        int at = zip.parts.indexOf(zip.part(name));
        zip.parts.set(at, new Part(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void manifests() {
        RawZip renamed = RawZip.of(containers.get("xades"));
        renamed.part("phuluc.txt").nameInDirectory = "khac.txt";
        renamed.part("phuluc.txt").name = "khac.txt";
        put("xades-file-renamed", renamed.octets(), "NAMED_FILE_MISSING");
        RawZip noManifest = RawZip.of(containers.get("cades"));
        noManifest.parts.removeIf(p -> p.name.contains("ASiCManifest"));
        put("cades-without-manifest", noManifest.octets(), "MANIFEST_DOUBTFUL");
        RawZip two = RawZip.of(containers.get("cades"));
        Part manifest = two.first("META-INF/ASiCManifest");
        two.parts.add(new Part("META-INF/ASiCManifest2.xml", manifest.data));
        put("cades-two-manifests-of-one-signature", two.octets(), "MANIFEST_DOUBTFUL");
        RawZip orphan = RawZip.of(containers.get("cades"));
        String text = new String(manifest.data, StandardCharsets.UTF_8);
        orphan.add("META-INF/ASiCManifest2.xml", text.replace("signature001.p7s", "signature009.p7s"));
        put("cades-manifest-of-a-signature-that-is-not-there", orphan.octets(), "NAMED_FILE_MISSING");
        RawZip broken = RawZip.of(containers.get("cades"));
        broken.add("META-INF/ASiCManifest2.xml", "<x");
        put("cades-broken-manifest", broken.octets(), "MANIFEST_MALFORMED");
        RawZip dtd = RawZip.of(containers.get("cades"));
        dtd.add("META-INF/ASiCManifest2.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>");
        put("cades-manifest-with-dtd", dtd.octets(), "HOSTILE_XML");
        RawZip widened = RawZip.of(containers.get("cades"));
        replace(
                widened,
                manifest.name,
                text.replace(
                        "</asic:ASiCManifest>", "<asic:DataObjectReference URI=\"them.txt\"/></asic:ASiCManifest>"));
        widened.add("them.txt", "Chi 900");
        put("cades-manifest-widened", widened.octets(), "*");
        RawZip beside = RawZip.of(containers.get("xades"));
        Part signatures = beside.first("META-INF/signatures");
        String xml = new String(signatures.data, StandardCharsets.UTF_8);
        replace(
                beside,
                signatures.name,
                xml.replace("</asic:XAdESSignatures>", "<chi>900</chi></asic:XAdESSignatures>"));
        put("xades-element-beside-signatures", beside.octets(), "SIGNATURE_STRUCTURE_WRONG");
        RawZip object = RawZip.of(containers.get("xades"));
        replace(
                object,
                signatures.name,
                xml.replace("</ds:Signature>", "<ds:Object><chi>900</chi></ds:Object></ds:Signature>"));
        put("xades-unsigned-object", object.octets(), "OBJECT_NOT_SIGNED");
        RawZip encoded = RawZip.of(signer.asicXades(
                ASiCContainerType.ASiC_E,
                SignatureLevel.XAdES_BASELINE_B,
                signer.official,
                List.of(document("a b.txt", "1"), document("c.txt", "2"))));
        encoded.add("a%20b.txt", "Chi 900");
        put("xades-name-like-an-encoded-one", encoded.octets(), "FILE_NAME_AMBIGUOUS");
    }

    /** One signer signs the letter alone; another, with a right of his own, adds a file and signs both. */
    private void severalSignatures() {
        byte[] alone = signer.asicXades(
                ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_B, signer.official, List.of(LETTER));
        byte[] both = signer.asicXades(
                ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_B, signer.other, List.of(LETTER, ANNEX));
        RawZip zip = RawZip.of(both);
        zip.parts.add(new Part("META-INF/signatures9.xml", RawZip.of(alone).first("META-INF/signatures").data));
        put("xades-signers-of-different-files", zip.octets(), "SIGNATURES_COVER_DIFFERENT_FILES");
        byte[] cmsAlone = signer.asicCades(
                ASiCContainerType.ASiC_E, SignatureLevel.CAdES_BASELINE_B, signer.official, List.of(ANNEX));
        byte[] cmsOther = signer.asicCades(
                ASiCContainerType.ASiC_E, SignatureLevel.CAdES_BASELINE_B, signer.other, List.of(LETTER));
        RawZip mixed = RawZip.of(cmsAlone);
        RawZip strange = RawZip.of(cmsOther);
        mixed.parts.add(strange.part("cv.xml"));
        mixed.parts.add(new Part("META-INF/signature002.p7s", strange.first("META-INF/signature").data));
        put("cades-second-signature-without-manifest", mixed.octets(), "MANIFEST_DOUBTFUL");
    }
}
