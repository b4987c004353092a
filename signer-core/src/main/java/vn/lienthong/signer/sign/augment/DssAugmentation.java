package vn.lienthong.signer.sign.augment;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDefaultObjectFactory;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.signature.resources.TempFileResourcesHandlerBuilder;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.nio.file.Path;
import java.util.List;

/**
 * One document raised by DSS.
 *
 * @param detached the documents that it is over, where it does not hold them
 * @param workFolder for what DSS builds of a PDF
 */
record DssAugmentation(
        CertificateVerifier verifier, TSPSource timestamps, List<DSSDocument> detached, Path workFolder) {
    private static final long IN_MEMORY = 16L << 20;

    DSSDocument raise(DSSDocument signed, SignedFormat format, vn.lienthong.signer.sign.SignatureLevel level) {
        return switch (format) {
            case PADES -> raise(signed, pades(), new PAdESSignatureParameters(), "PAdES", level);
            case XADES -> raise(signed, new XAdESService(verifier), new XAdESSignatureParameters(), "XAdES", level);
            case CADES -> raise(signed, new CAdESService(verifier), cades(), "CAdES", level);
            case JADES -> raise(signed, new JAdESService(verifier), jades(signed), "JAdES", level);
            case ASIC_XADES ->
                raise(
                        signed,
                        new ASiCWithXAdESService(verifier),
                        new ASiCWithXAdESSignatureParameters(),
                        "XAdES",
                        level);
            case ASIC_CADES ->
                raise(
                        signed,
                        new ASiCWithCAdESService(verifier),
                        new ASiCWithCAdESSignatureParameters(),
                        "CAdES",
                        level);
        };
    }

    private <P extends AbstractSignatureParameters<?>> DSSDocument raise(
            DSSDocument signed,
            DocumentSignatureService<P, ?> service,
            P parameters,
            String name,
            vn.lienthong.signer.sign.SignatureLevel level) {
        parameters.setSignatureLevel(SignatureLevel.valueOf(name + "_" + level.name()));
        if (!detached.isEmpty()) {
            parameters.setDetachedContents(detached);
        }
        service.setTspSource(timestamps);
        return service.extendDocument(signed, parameters);
    }

    /** An archive timestamp is over the document's digest: where that alone is known, it has the same algorithm. */
    private CAdESSignatureParameters cades() {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        if (detached.size() == 1 && detached.getFirst() instanceof DigestDocument known) {
            parameters
                    .getArchiveTimestampParameters()
                    .setDigestAlgorithm(known.getExistingDigest().getAlgorithm());
        }
        return parameters;
    }

    private PAdESService pades() {
        PdfBoxDefaultObjectFactory objects = new PdfBoxDefaultObjectFactory();
        objects.setPdfMemoryUsageSetting(PdfMemoryUsageSetting.mixed(IN_MEMORY));
        objects.setResourcesHandlerBuilder(
                new TempFileResourcesHandlerBuilder().setTempFileDirectory(workFolder.toFile()));
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(objects);
        return service;
    }

    /** It is written as it was; a compact one has no room for what is added, and becomes a flattened one. */
    private static JAdESSignatureParameters jades(DSSDocument signed) {
        JAdESSignatureParameters parameters = new JAdESSignatureParameters();
        parameters.setJwsSerializationType(
                JsonShape.hasSignatures(signed)
                        ? JWSSerializationType.JSON_SERIALIZATION
                        : JWSSerializationType.FLATTENED_JSON_SERIALIZATION);
        return parameters;
    }
}
