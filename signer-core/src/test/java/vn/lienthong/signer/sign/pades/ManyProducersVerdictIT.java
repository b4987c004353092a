package vn.lienthong.signer.sign.pades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.validate.PdfLab;
import vn.lienthong.signer.validate.ValidationOutcome.Judged;
import vn.lienthong.signer.validate.Verdict;

/** Documents of many producers and structures, signed and archived by honest people, are valid: all but a few in a hundred. */
class ManyProducersVerdictIT {
    /** Of a hundred, fewer than this many may be refused. */
    private static final int TOLERATED = 5;

    @TempDir
    static Path folder;

    @Test
    void honestDocumentsAreValid() throws Exception {
        PdfLab lab = new PdfLab(folder);
        Map<String, UnaryOperator<byte[]>> ways = new LinkedHashMap<>();
        UnaryOperator<byte[]> sign = pdf -> lab.sign(pdf, SignatureLevel.BASELINE_B);
        UnaryOperator<byte[]> dss = pdf -> lab.signByDss(pdf, p -> {});
        ways.put("signed twice by us", pdf -> sign.apply(sign.apply(pdf)));
        ways.put("signed by us, then by dss", pdf -> dss.apply(sign.apply(pdf)));
        ways.put("signed by dss, then timestamped", pdf -> lab.timestamp(dss.apply(pdf)));
        ways.put(
                "long term",
                pdf -> lab.extend(
                        lab.sign(pdf, SignatureLevel.BASELINE_T),
                        eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT));
        int made = 0;
        List<String> refused = new ArrayList<>();
        for (Map.Entry<String, byte[]> document : documents().entrySet()) {
            for (Map.Entry<String, UnaryOperator<byte[]>> way : ways.entrySet()) {
                byte[] signed;
                try {
                    signed = way.getValue().apply(document.getValue());
                } catch (RuntimeException notSigned) {
                    continue; // what signing refuses is another test's matter
                }
                made++;
                if (!(lab.judge(signed) instanceof Judged judged)) {
                    refused.add(document.getKey() + ", " + way.getKey() + ": not judged");
                } else if (judged.report().verdict() != Verdict.VALID) {
                    refused.add(document.getKey() + ", " + way.getKey() + ": "
                            + judged.report().findings() + " "
                            + judged.report().signatures().stream()
                                    .flatMap(s -> s.findings().stream())
                                    .filter(f -> f.worth() != Verdict.VALID)
                                    .toList());
                }
            }
        }
        assertThat(made).isGreaterThan(100);
        assertThat(refused).as(made + " made").hasSizeLessThan(Math.max(1, made * TOLERATED / 100));
    }

    private static Map<String, byte[]> documents() throws Exception {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        SigningFixture fixture = new SigningFixture(folder);
        for (Samples sample : Samples.values()) {
            if (sample == Samples.SIGNED_BY_ANOTHER_PRODUCT) {
                continue; // by somebody whom nobody trusts here
            }
            documents.put(sample.name(), Files.readAllBytes(sample.write(fixture)));
        }
        Path letter = OfficialLetter.write(folder.resolve("producers.pdf"));
        String in = letter.toString();
        String out = folder.resolve("produced.pdf").toString();
        for (List<String> producer : List.of(
                List.of("qpdf", "--linearize", in, out),
                List.of("qpdf", "--object-streams=generate", in, out),
                List.of("qpdf", "--qdf", in, out),
                List.of("mutool", "clean", in, out),
                List.of("mutool", "clean", "-gggg", "-z", in, out),
                List.of("pdfunite", in, in, out),
                List.of("pdftocairo", "-pdf", in, out))) {
            Files.deleteIfExists(Path.of(out));
            Stranger run = Stranger.run(folder, producer.toArray(String[]::new));
            assertThat(Files.exists(Path.of(out))).as(run.said()).isTrue();
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            Files.copy(Path.of(out), octets);
            documents.put(String.join(" ", producer.subList(0, producer.size() - 2)), octets.toByteArray());
        }
        return documents;
    }
}
