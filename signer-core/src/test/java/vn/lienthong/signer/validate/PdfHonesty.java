package vn.lienthong.signer.validate;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.cos.COSDictionary;
import vn.lienthong.signer.sign.SignatureLevel;

/** What honest signers, archives and clerks do with a document. */
final class PdfHonesty {
    private PdfHonesty() {}

    static Map<String, UnaryOperator<byte[]>> all(PdfLab lab) {
        Map<String, UnaryOperator<byte[]>> all = new LinkedHashMap<>();
        UnaryOperator<byte[]> sign = pdf -> lab.sign(pdf, SignatureLevel.BASELINE_T);
        UnaryOperator<byte[]> dss = pdf -> lab.signByDss(pdf, p -> {});
        UnaryOperator<byte[]> lt =
                pdf -> lab.extend(pdf, eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LT);
        UnaryOperator<byte[]> lta =
                pdf -> lab.extend(pdf, eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_LTA);
        all.put("signed once", sign);
        all.put("signed twice", pdf -> sign.apply(sign.apply(pdf)));
        all.put("signed three times", pdf -> sign.apply(sign.apply(sign.apply(pdf))));
        all.put("signed by dss", dss);
        all.put("signed by dss, then by us", pdf -> sign.apply(dss.apply(pdf)));
        all.put("signed by us, then by dss", pdf -> dss.apply(sign.apply(pdf)));
        all.put("timestamped", pdf -> lab.timestamp(sign.apply(pdf)));
        all.put("long term", pdf -> lt.apply(sign.apply(pdf)));
        all.put("archived", pdf -> lta.apply(sign.apply(pdf)));
        all.put("archived step by step", pdf -> lta.apply(lt.apply(sign.apply(pdf))));
        all.put("archived twice", pdf -> lta.apply(lta.apply(sign.apply(pdf))));
        all.put("signed after long term", pdf -> sign.apply(lt.apply(sign.apply(pdf))));
        all.put("signed and archived again", pdf -> lta.apply(sign.apply(lta.apply(sign.apply(pdf)))));
        all.put("certified without changes", pdf -> certify(lab, pdf, CertificationPermission.NO_CHANGE_PERMITTED));
        all.put(
                "certified without changes, archived",
                pdf -> lta.apply(certify(lab, pdf, CertificationPermission.NO_CHANGE_PERMITTED)));
        all.put(
                "certified, then signed",
                pdf -> sign.apply(certify(lab, pdf, CertificationPermission.MINIMAL_CHANGES_PERMITTED)));
        all.put("filled in", pdf -> fill(sign.apply(pdf), "ghiChu", "Dong y"));
        all.put("filled in, then signed", pdf -> sign.apply(fill(sign.apply(pdf), "ghiChu", "Dong y")));
        all.put(
                "certified, then filled over",
                pdf -> fill(certify(lab, pdf, CertificationPermission.MINIMAL_CHANGES_PERMITTED), "soTien", "2000"));
        return all;
    }

    private static byte[] certify(PdfLab lab, byte[] pdf, CertificationPermission permission) {
        return lab.signByDss(pdf, parameters -> parameters.setPermission(permission));
    }

    static byte[] fill(byte[] pdf, String field, String value) {
        return PdfLab.update(pdf, document -> {
            var text = document.getDocumentCatalog().getAcroForm().getField(field);
            text.setValue(value);
            COSDictionary dictionary = text.getCOSObject();
            COSDictionary picture = dictionary
                    .getCOSDictionary(org.apache.pdfbox.cos.COSName.AP)
                    .getCOSStream(org.apache.pdfbox.cos.COSName.N);
            return picture == null ? List.of(dictionary) : List.of(dictionary, picture);
        });
    }
}
