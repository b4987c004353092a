package vn.lienthong.signer.sign.augment;

import eu.europa.esig.dss.asic.cades.validation.ASiCContainerWithCAdESAnalyzerFactory;
import eu.europa.esig.dss.asic.xades.validation.ASiCContainerWithXAdESAnalyzerFactory;
import eu.europa.esig.dss.cades.validation.CMSDocumentAnalyzerFactory;
import eu.europa.esig.dss.jades.validation.JWSDocumentAnalyzerFactory;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzerFactory;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzerFactory;
import eu.europa.esig.dss.xades.validation.XMLDocumentAnalyzerFactory;
import java.nio.file.Path;
import java.util.Optional;
import vn.lienthong.signer.DssFile;
import vn.lienthong.signer.validate.DocumentFormat;

/** The formats of signed files that can be raised and counter-signed. */
public enum SignedFormat {
    PADES,
    XADES,
    CADES,
    JADES,
    ASIC_XADES,
    ASIC_CADES;

    /** What a file of that outer format holds; its ZIP was found harmless before. Empty for none that is known. */
    static Optional<SignedFormat> of(Path file, DocumentFormat outer) {
        return switch (outer) {
            case PDF -> Optional.of(PADES);
            case XML -> Optional.of(XADES);
            case CMS -> Optional.of(CADES);
            case JWS -> Optional.of(JADES);
            case ASIC -> container(new DssFile(file));
        };
    }

    private static Optional<SignedFormat> container(FileDocument zip) {
        if (new ASiCContainerWithXAdESAnalyzerFactory().isSupported(zip)) {
            return Optional.of(ASIC_XADES);
        }
        return new ASiCContainerWithCAdESAnalyzerFactory().isSupported(zip)
                ? Optional.of(ASIC_CADES)
                : Optional.empty();
    }

    /** What reads files of this format and looks whether they are whole; for that a PDF has an own way. */
    public DocumentAnalyzerFactory analyzers() {
        if (this == PADES) {
            throw new IllegalArgumentException("a PDF is read by its own means");
        }
        return readers();
    }

    /** What reads files of this format. */
    DocumentAnalyzerFactory readers() {
        return switch (this) {
            case PADES -> new PDFDocumentAnalyzerFactory();
            case XADES -> new XMLDocumentAnalyzerFactory();
            case CADES -> new CMSDocumentAnalyzerFactory();
            case JADES -> new JWSDocumentAnalyzerFactory();
            case ASIC_XADES -> new ASiCContainerWithXAdESAnalyzerFactory();
            case ASIC_CADES -> new ASiCContainerWithCAdESAnalyzerFactory();
        };
    }
}
