package vn.lienthong.signer.sign.ades;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.MultipleDocumentsSignatureService;
import eu.europa.esig.dss.spi.validation.analyzer.DocumentAnalyzerFactory;
import java.util.List;

/**
 * One signature in DSS's words; for one call.
 *
 * @param isJson whether nobody else may work on JSON meanwhile
 * @param analyzers what reads the file that comes of it
 */
record DssForm<P extends AbstractSignatureParameters<?>>(
        MultipleDocumentsSignatureService<P, ?> service,
        P parameters,
        boolean isJson,
        DocumentAnalyzerFactory analyzers) {

    byte[] dataToBeSigned(List<DSSDocument> documents) {
        return service.getDataToSign(documents, parameters).getBytes();
    }

    DSSDocument signed(List<DSSDocument> documents, SignatureValue value) {
        return service.signDocument(documents, parameters, value);
    }
}
