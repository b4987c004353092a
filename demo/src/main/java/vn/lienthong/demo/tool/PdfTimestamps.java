package vn.lienthong.demo.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * One signature's timestamp as it stands in a PDF.
 *
 * @param signatureValue what was timestamped
 * @param token RFC 3161, DER
 *
 * <p>Source: ETSI EN 319 122-1 §5.3.
 */
public record PdfTimestamps(Bytes signatureValue, Bytes token) {

    /** Those of the PDF's signatures, in the order in which they were made. */
    public static List<PdfTimestamps> of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PdfTimestamps> found = new ArrayList<>();
            for (PDSignature signature : document.getSignatureDictionaries()) {
                found.add(of(new CMSSignedData(signature.getContents())));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CMSException e) {
            throw new DemoFailure("chữ ký trong PDF không phải CMS", "the signature in the PDF is no CMS");
        }
    }

    private static PdfTimestamps of(CMSSignedData cms) throws IOException {
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            throw new DemoFailure("chữ ký không có dấu thời gian", "the signature has no timestamp");
        }
        byte[] token =
                attribute.getAttrValues().getObjectAt(0).toASN1Primitive().getEncoded("DER");
        return new PdfTimestamps(Bytes.of(signer.getSignature()), Bytes.of(token));
    }
}
