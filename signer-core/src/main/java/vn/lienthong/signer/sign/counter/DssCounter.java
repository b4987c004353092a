package vn.lienthong.signer.sign.counter;

import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.cades.signature.CAdESCounterSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.jades.signature.JAdESCounterSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.SerializableCounterSignatureParameters;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.signature.CounterSignatureService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.xades.signature.XAdESCounterSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.augment.SignedFormat;
import vn.lienthong.signer.sign.dss.DssAlgorithms;
import vn.lienthong.signer.token.CertifiedKey;

/** One counter-signature in DSS's words; for one call. */
record DssCounter<P extends SerializableCounterSignatureParameters>(CounterSignatureService<P> service, P parameters) {

    byte[] dataToBeSigned(DSSDocument signed) {
        return service.getDataToBeCounterSigned(signed, parameters).getBytes();
    }

    DSSDocument counterSigned(DSSDocument signed, SignatureValue value) {
        return service.counterSignSignature(signed, parameters, value);
    }

    static DssCounter<?> of(
            SignedFormat format,
            String signatureId,
            CertifiedKey key,
            Instant signingTime,
            List<DSSDocument> detached) {
        CommonCertificateVerifier nothingFetched = new CommonCertificateVerifier(true);
        return switch (format) {
            case PADES -> throw new IllegalArgumentException("a PDF has further signatures, no counter-signatures");
            case XADES, ASIC_XADES -> {
                XAdESCounterSignatureParameters parameters = described(
                        new XAdESCounterSignatureParameters(),
                        SignatureLevel.XAdES_BASELINE_B,
                        key,
                        signingTime,
                        detached);
                parameters.setSignatureIdToCounterSign(signatureId);
                yield new DssCounter<>(
                        format == SignedFormat.XADES
                                ? new XAdESService(nothingFetched)
                                : new ASiCWithXAdESService(nothingFetched),
                        parameters);
            }
            case CADES, ASIC_CADES -> {
                CAdESCounterSignatureParameters parameters = described(
                        new CAdESCounterSignatureParameters(),
                        SignatureLevel.CAdES_BASELINE_B,
                        key,
                        signingTime,
                        detached);
                parameters.setSignatureIdToCounterSign(signatureId);
                yield new DssCounter<>(
                        format == SignedFormat.CADES
                                ? new CAdESService(nothingFetched)
                                : new ASiCWithCAdESService(nothingFetched),
                        parameters);
            }
            case JADES -> {
                JAdESCounterSignatureParameters parameters = described(
                        new JAdESCounterSignatureParameters(),
                        SignatureLevel.JAdES_BASELINE_B,
                        key,
                        signingTime,
                        detached);
                parameters.setSignatureIdToCounterSign(signatureId);
                parameters.setJwsSerializationType(JWSSerializationType.FLATTENED_JSON_SERIALIZATION);
                yield new DssCounter<>(new JAdESService(nothingFetched), parameters);
            }
        };
    }

    private static <P extends AbstractSignatureParameters<?>> P described(
            P parameters, SignatureLevel level, CertifiedKey key, Instant signingTime, List<DSSDocument> detached) {
        SignatureScheme scheme = key.scheme();
        parameters.setSignatureLevel(level);
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(DssAlgorithms.digest(scheme));
        // After the certificate, from whose key DSS takes RSA for RSASSA-PSS.
        parameters.setEncryptionAlgorithm(DssAlgorithms.encryption(scheme));
        parameters.bLevel().setSigningDate(Date.from(signingTime));
        if (!detached.isEmpty()) {
            parameters.setDetachedContents(detached);
        }
        return parameters;
    }
}
