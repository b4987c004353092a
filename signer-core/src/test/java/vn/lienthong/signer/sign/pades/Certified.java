package vn.lienthong.signer.sign.pades;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.file.Path;
import java.util.Date;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.SigningOutcome;

/** A document that DSS alone certified, as another product would. */
final class Certified {
    private Certified() {}

    static Path noChanges(SigningFixture fixture, Path document) throws Exception {
        return certified(fixture, document, CertificationPermission.NO_CHANGE_PERMITTED);
    }

    static Path changesPermitted(SigningFixture fixture, Path document) throws Exception {
        return certified(fixture, document, CertificationPermission.MINIMAL_CHANGES_PERMITTED);
    }

    private static Path certified(SigningFixture fixture, Path document, CertificationPermission permission)
            throws Exception {
        CertifiedKey key = fixture.official;
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(eu.europa.esig.dss.enumerations.DigestAlgorithm.SHA256);
        parameters.setPermission(permission);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.bLevel().setSigningDate(Date.from(fixture.clock.instant()));
        PAdESService dss = new PAdESService(new CommonCertificateVerifier(true));
        FileDocument file = new FileDocument(document.toFile());
        byte[] toBeSigned = dss.getDataToSign(file, parameters).getBytes();
        var outcome = (SigningOutcome.Signed)
                fixture.token.sign(key.alias(), key.scheme(), DigestAlgorithm.SHA256.digest(toBeSigned));
        SignatureValue value = new SignatureValue(
                SignatureAlgorithm.RSA_SHA256, outcome.signature().toArray());
        Path certified = fixture.folder.resolve("certified.pdf");
        dss.signDocument(file, parameters, value).save(certified.toString());
        return certified;
    }
}
