package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import vn.lienthong.signer.sign.dss.TimestampBridge;

/** DSS's service with its middle step in the open: the CMS alone, without the search for where it goes. */
final class DssPades extends PAdESService {
    private static final long serialVersionUID = 1L;

    DssPades(PdfObjects objects, TimestampBridge timestamps) {
        // A verifier without sources: nothing is fetched while signing.
        super(new CommonCertificateVerifier(true));
        setPdfObjFactory(objects);
        setTspSource(timestamps);
    }

    /** The DER of the CMS, at level T with its signature timestamp. */
    byte[] cms(DSSDocument document, PAdESSignatureParameters parameters, SignatureValue value) {
        return generateCMSSignedData(document, parameters, value);
    }
}
