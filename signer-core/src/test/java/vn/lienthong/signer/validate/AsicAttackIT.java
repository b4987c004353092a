package vn.lienthong.signer.validate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.AsicAttacks.NamedAttack;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;
import vn.lienthong.signer.validate.ValidationOutcome.Unreadable;

/** Attacks on containers: none is called valid, and each has a name; honest ones of each kind and level are valid. */
class AsicAttackIT {
    @TempDir
    static Path folder;

    private static DssSigner signer;
    private static SignatureValidator validator;

    @BeforeAll
    static void trust() {
        signer = new DssSigner();
        validator = signer.validator(folder);
    }

    private static ValidationOutcome outcome(byte[] container) throws IOException {
        return validator.validate(Files.write(folder.resolve("container.asice"), container));
    }

    private static void isValid(String name, byte[] container) throws IOException {
        assertThat(outcome(container)).as(name).isInstanceOfSatisfying(Judged.class, judged -> {
            assertThat(judged.report().verdict())
                    .as(name + " " + judged.report())
                    .isEqualTo(Verdict.VALID);
            assertThat(judged.report().findings()).as(name).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> noneIsValid() {
        return AsicAttacks.by(signer).entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> refuses(entry.getValue())));
    }

    private static void refuses(NamedAttack attack) throws IOException {
        ValidationOutcome outcome = outcome(attack.file().toArray());
        List<String> names = switch (outcome) {
            case Judged(SignatureReport report) -> {
                assertThat(report.verdict()).as(report.toString()).isNotEqualTo(Verdict.VALID);
                yield report.findings().stream().map(f -> f.code().name()).toList();
            }
            case Unreadable(ValidationOutcome.Reason reason) -> List.of(reason.name());
            case ValidationOutcome.NotSigned notSigned -> List.of();
        };
        assertThat(attack.expected().equals("*") || names.contains(attack.expected()))
                .as("%s instead of %s", outcome, attack.expected())
                .isTrue();
    }

    @Test
    void everyKindAndLevelOfDssIsValid() throws IOException {
        DSSDocument letter = new InMemoryDocument("<a>Chi 100</a>".getBytes(StandardCharsets.UTF_8), "công văn.xml");
        DSSDocument annex = new InMemoryDocument("phụ lục".getBytes(StandardCharsets.UTF_8), "thư/phụ lục 50%.txt");
        for (ASiCContainerType type : ASiCContainerType.values()) {
            List<DSSDocument> documents = type == ASiCContainerType.ASiC_S ? List.of(letter) : List.of(letter, annex);
            for (String level : List.of("B", "T", "LT", "LTA")) {
                byte[] xades = signer.asicXades(
                        type, SignatureLevel.valueOf("XAdES_BASELINE_" + level), signer.official, documents);
                isValid(type + " XAdES " + level, xades);
                byte[] cades = signer.asicCades(
                        type, SignatureLevel.valueOf("CAdES_BASELINE_" + level), signer.official, documents);
                isValid(type + " CAdES " + level, cades);
                if (level.equals("B")) {
                    List<DSSDocument> again = List.of(new InMemoryDocument(xades, "x.asic"));
                    isValid(
                            type + " XAdES by two",
                            signer.asicXades(type, SignatureLevel.XAdES_BASELINE_T, signer.other, again));
                    List<DSSDocument> more = List.of(new InMemoryDocument(cades, "x.asic"));
                    isValid(
                            type + " CAdES by two",
                            signer.asicCades(type, SignatureLevel.CAdES_BASELINE_T, signer.other, more));
                }
            }
        }
    }

    /** Info-ZIP packs it again: another writer's headers, descriptors and fields. */
    @Test
    void whatInfoZipPacksAgainIsValid() throws IOException {
        DSSDocument letter = new InMemoryDocument("<a>Chi 100</a>".getBytes(StandardCharsets.UTF_8), "cv.xml");
        byte[] honest = signer.asicXades(
                ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_B, signer.official, List.of(letter));
        Path unpacked = Files.createDirectories(folder.resolve("unpacked"));
        for (RawZip.Part part : RawZip.of(honest).parts) {
            Path file = unpacked.resolve(part.name);
            Files.createDirectories(file.getParent());
            Files.write(file, part.data);
        }
        // in a folder of its own: what the program says is written beside it, not into the archive
        Stranger zip = Stranger.run(
                folder,
                "sh",
                "-c",
                "cd unpacked && zip -X -0 ../again.asice mimetype && zip -X -D -r ../again.asice . -x mimetype");
        assertThat(zip.exitStatus()).as(zip.said()).isZero();
        isValid("zip", Files.readAllBytes(folder.resolve("again.asice")));
    }

    @Test
    void randomChangesAreNotValidAndThrowNothing() throws IOException {
        DSSDocument letter = new InMemoryDocument("<a>Chi 100</a>".getBytes(StandardCharsets.UTF_8), "cv.xml");
        List<byte[]> honest = List.of(
                signer.asicXades(
                        ASiCContainerType.ASiC_E, SignatureLevel.XAdES_BASELINE_B, signer.official, List.of(letter)),
                signer.asicCades(
                        ASiCContainerType.ASiC_S, SignatureLevel.CAdES_BASELINE_T, signer.official, List.of(letter)));
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            byte[] octets = honest.get(i % 2).clone();
            int at = random.nextInt(octets.length);
            octets[at] ^= (byte) (1 << random.nextInt(8));
            ValidationOutcome outcome = outcome(octets);
            if (outcome instanceof Judged judged && judged.report().verdict() == Verdict.VALID) {
                assertThat(sameFiles(octets, honest.get(i % 2)))
                        .as("octet %d", at)
                        .isTrue();
            }
        }
    }

    /** Times and versions of a ZIP's entries say nothing of their content. */
    private static boolean sameFiles(byte[] one, byte[] other) {
        List<RawZip.Part> a = RawZip.of(one).parts;
        List<RawZip.Part> b = RawZip.of(other).parts;
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).name.equals(b.get(i).name) && java.util.Arrays.equals(a.get(i).data, b.get(i).data);
        }
        return same;
    }
}
