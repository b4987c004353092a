package vn.lienthong.exchange.boundary.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.exchange.boundary.rest.RestClient.AUDITOR;
import static vn.lienthong.exchange.boundary.rest.RestClient.OFFICIAL;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.exchange.boundary.rest.FormsClient.Part;
import vn.lienthong.exchange.boundary.rest.RestClient.Answer;
import vn.lienthong.exchange.it.AuditBodies;
import vn.lienthong.exchange.it.Commands;
import vn.lienthong.signer.seal.sample.SampleSignature;

/** The picture before signing, and signing into a field, on the running server. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PreviewIT {
    private static final String FIELD =
            "{\"kind\":\"official-signature\",\"placement\":{\"rule\":\"in-field\",\"field\":\"ky\"}}";

    @TempDir
    static Path folder;

    @Test
    void showsThePageAndThenSignsIntoTheField() throws Exception {
        try (RestClient client = new RestClient()) {
            Part pdf = Part.document("a.pdf", withField());
            Part image = new Part("image", "a.png", SampleSignature.png().toArray());
            long signed = AuditBodies.count("document-signed");
            Answer shown = FormsClient.post(
                    client,
                    OFFICIAL,
                    "signatures/preview",
                    List.of(pdf, image, Part.parameters("{\"appearance\":" + FIELD + "}")));
            assertThat(shown.status())
                    .as(new String(shown.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            assertThat(shown.header("Content-Type")).isEqualTo("image/png");
            assertThat(shown.header("Lienthong-Page")).isEqualTo("1");
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(shown.body()));
            assertThat(page.getWidth()).isBetween(815, 817); // US Letter at 96 dots an inch
            assertThat(inked(page)).isPositive();
            assertThat(AuditBodies.count("document-signed")).isEqualTo(signed);

            Answer answer = FormsClient.post(
                    client,
                    OFFICIAL,
                    "signatures",
                    List.of(
                            pdf,
                            image,
                            Part.parameters("{\"key\":\"official-nguyen-van-an\",\"appearance\":" + FIELD + "}")));
            assertThat(answer.status())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
            Files.write(folder.resolve("signed.pdf"), answer.body());
            assertThat(Commands.succeed(folder, List.of("pdfsig", "-nocert", "signed.pdf")))
                    .contains("Signature is Valid");
        }
    }

    @Test
    void showsNothingThatCouldNotBeSigned() throws Exception {
        try (RestClient client = new RestClient()) {
            Part pdf = Part.document("a.pdf", RestSigningIT.pdf());
            Part image = new Part("image", "a.png", SampleSignature.png().toArray());
            Part parameters = Part.parameters("{\"appearance\":" + FIELD + "}");
            assertThat(code(client, OFFICIAL, pdf, image, parameters)).isEqualTo("appearance-invalid");
            assertThat(code(client, OFFICIAL, pdf, parameters)).isEqualTo("parameter-missing");
            assertThat(code(client, OFFICIAL, pdf, image, Part.parameters("{}")))
                    .isEqualTo("parameter-missing");
            assertThat(code(client, OFFICIAL, pdf, pdf, image, parameters)).isEqualTo("parameter-invalid");
            assertThat(code(client, AUDITOR, pdf, image, parameters)).isEqualTo("not-permitted");
            assertThat(code(client, OFFICIAL, Part.document("a.pdf", new byte[] {1, 2}), image, parameters))
                    .isEqualTo("document-not-signable");
        }
    }

    private static String code(RestClient client, String account, Part... parts) throws Exception {
        return FormsClient.post(client, account, "signatures/preview", List.of(parts))
                .code();
    }

    private static long inked(BufferedImage page) {
        long inked = 0;
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int rgb = page.getRGB(x, y);
                inked += (rgb & 0xff) - (rgb >> 16 & 0xff) > 90 ? 1 : 0;
            }
        }
        return inked;
    }

    private static byte[] withField() throws Exception {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(RestSigningIT.pdf())) {
            PDAcroForm form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            PDSignatureField field = new PDSignatureField(form);
            field.setPartialName("ky");
            PDAnnotationWidget widget = field.getWidgets().get(0);
            widget.setRectangle(new PDRectangle(300, 300, 180, 80));
            widget.setPage(document.getPage(0));
            document.getPage(0).setAnnotations(List.of(widget));
            form.setFields(List.of(field));
            document.save(octets);
        }
        return octets.toByteArray();
    }
}
