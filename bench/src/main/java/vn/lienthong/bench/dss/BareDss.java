package vn.lienthong.bench.dss;

import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.DocumentSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.io.IOException;
import java.nio.file.Path;
import vn.lienthong.signer.timestamp.TimestampSource;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningToken;

/** Signs by DSS's services as they are: getDataToSign, the token, signDocument. Thread-safe. */
public final class BareDss {
    private final SigningToken token;
    private final CertifiedKey key;
    private final TimestampSource timestamps;

    public BareDss(SigningToken token, CertifiedKey key, TimestampSource timestamps) {
        this.token = token;
        this.key = key;
        this.timestamps = timestamps;
    }

    /** The PDF is signed as PAdES-BASELINE-B, or -T. */
    public void pades(Path document, Path signed, boolean withTimestamp) throws IOException {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(withTimestamp ? SignatureLevel.PAdES_BASELINE_T : SignatureLevel.PAdES_BASELINE_B);
        PAdESService service = new PAdESService(new CommonCertificateVerifier());
        service.setTspSource(new TokenTspSource(timestamps));
        sign(new FileDocument(document.toFile()), parameters, service, signed);
    }

    /** A CAdES-BASELINE-B signature that lies beside the file. */
    public void cades(Path document, Path signature) throws IOException {
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.DETACHED);
        sign(
                new FileDocument(document.toFile()),
                parameters,
                new CAdESService(new CommonCertificateVerifier()),
                signature);
    }

    /** The XML holds its XAdES-BASELINE-B signature. */
    public void xades(Path document, Path signed) throws IOException {
        XAdESSignatureParameters parameters = new XAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        sign(
                new FileDocument(document.toFile()),
                parameters,
                new XAdESService(new CommonCertificateVerifier()),
                signed);
    }

    /** An ASiC-E container with the file and a XAdES-BASELINE-B signature. */
    public void asicE(Path document, Path container) throws IOException {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_B);
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        sign(
                new FileDocument(document.toFile()),
                parameters,
                new ASiCWithXAdESService(new CommonCertificateVerifier()),
                container);
    }

    private <P extends AbstractSignatureParameters<?>> void sign(
            DSSDocument document, P parameters, DocumentSignatureService<P, ?> service, Path signed)
            throws IOException {
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        ToBeSigned data = service.getDataToSign(document, parameters);
        SigningOutcome outcome =
                token.sign(key.alias(), key.scheme(), key.scheme().digest().digest(data.getBytes()));
        if (!(outcome instanceof SigningOutcome.Signed made)) {
            throw new IOException(outcome.toString());
        }
        SignatureValue value = new SignatureValue(
                parameters.getSignatureAlgorithm(), made.signature().toArray());
        service.signDocument(document, parameters, value).save(signed.toString());
    }
}
