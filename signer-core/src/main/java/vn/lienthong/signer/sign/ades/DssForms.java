package vn.lienthong.signer.sign.ades;

import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.JWSSerializationType;
import eu.europa.esig.dss.enumerations.SigDMechanism;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.jades.JAdESSignatureParameters;
import eu.europa.esig.dss.jades.signature.JAdESService;
import eu.europa.esig.dss.model.SignerLocation;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import eu.europa.esig.dss.xades.XAdESSignatureParameters;
import eu.europa.esig.dss.xades.signature.XAdESService;
import java.time.Instant;
import java.util.Date;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.sign.AdesRequest;
import vn.lienthong.signer.sign.augment.SignedFormat;
import vn.lienthong.signer.sign.dss.DssAlgorithms;

/** One request in DSS's words. The same request and time give the same octets to be signed, on any node. */
record DssForms(AdesRequest request, Instant signingTime, TSPSource timestamps) {

    DssForm<?> form() {
        return switch (request.form()) {
            case XADES_ENVELOPED -> xades(SignaturePackaging.ENVELOPED);
            case XADES_ENVELOPING -> xades(SignaturePackaging.ENVELOPING);
            case XADES_DETACHED -> xades(SignaturePackaging.DETACHED);
            case JADES_COMPACT -> jades(JWSSerializationType.COMPACT_SERIALIZATION, SignaturePackaging.ENVELOPING);
            case JADES_FLATTENED ->
                jades(JWSSerializationType.FLATTENED_JSON_SERIALIZATION, SignaturePackaging.ENVELOPING);
            case JADES_DETACHED ->
                jades(JWSSerializationType.FLATTENED_JSON_SERIALIZATION, SignaturePackaging.DETACHED);
            case ASIC_S_XADES -> asicXades(ASiCContainerType.ASiC_S);
            case ASIC_E_XADES -> asicXades(ASiCContainerType.ASiC_E);
            case ASIC_S_CADES -> asicCades(ASiCContainerType.ASiC_S);
            case ASIC_E_CADES -> asicCades(ASiCContainerType.ASiC_E);
            case PADES, CADES_ATTACHED, CADES_DETACHED ->
                throw new IllegalArgumentException("this library signs " + request.form() + " itself");
        };
    }

    private DssForm<?> xades(SignaturePackaging packaging) {
        XAdESSignatureParameters parameters = described(new XAdESSignatureParameters(), "XAdES");
        parameters.setSignaturePackaging(packaging);
        XAdESService service = new XAdESService(nothingFetched());
        service.setTspSource(timestamps);
        return new DssForm<>(service, parameters, false, SignedFormat.XADES.analyzers());
    }

    private DssForm<?> jades(JWSSerializationType serialization, SignaturePackaging packaging) {
        JAdESSignatureParameters parameters = described(new JAdESSignatureParameters(), "JAdES");
        parameters.setSignaturePackaging(packaging);
        parameters.setJwsSerializationType(serialization);
        if (packaging == SignaturePackaging.DETACHED) {
            parameters.setSigDMechanism(SigDMechanism.OBJECT_ID_BY_URI_HASH);
        }
        JAdESService service = new JAdESService(nothingFetched());
        service.setTspSource(timestamps);
        return new DssForm<>(service, parameters, true, SignedFormat.JADES.analyzers());
    }

    private DssForm<?> asicXades(ASiCContainerType container) {
        ASiCWithXAdESSignatureParameters parameters = described(new ASiCWithXAdESSignatureParameters(), "XAdES");
        parameters.aSiC().setContainerType(container);
        ASiCWithXAdESService service = new ASiCWithXAdESService(nothingFetched());
        service.setTspSource(timestamps);
        return new DssForm<>(service, parameters, false, SignedFormat.ASIC_XADES.analyzers());
    }

    private DssForm<?> asicCades(ASiCContainerType container) {
        ASiCWithCAdESSignatureParameters parameters = described(new ASiCWithCAdESSignatureParameters(), "CAdES");
        parameters.aSiC().setContainerType(container);
        ASiCWithCAdESService service = new ASiCWithCAdESService(nothingFetched());
        service.setTspSource(timestamps);
        return new DssForm<>(service, parameters, false, SignedFormat.ASIC_CADES.analyzers());
    }

    private <P extends AbstractSignatureParameters<?>> P described(P parameters, String format) {
        SignatureScheme scheme = request.key().scheme();
        parameters.setSignatureLevel(
                SignatureLevel.valueOf(format + "_" + request.level().name()));
        parameters.setSigningCertificate(new CertificateToken(request.key().certificate()));
        parameters.setCertificateChain(
                request.key().chain().stream().map(CertificateToken::new).toList());
        parameters.setDigestAlgorithm(DssAlgorithms.digest(scheme));
        // After the certificate, from whose key DSS takes RSA for RSASSA-PSS.
        parameters.setEncryptionAlgorithm(DssAlgorithms.encryption(scheme));
        parameters.bLevel().setSigningDate(Date.from(signingTime));
        if (!request.details().location().isEmpty()) {
            SignerLocation location = new SignerLocation();
            location.setLocality(request.details().location());
            parameters.bLevel().setSignerLocation(location);
        }
        return parameters;
    }

    private static CommonCertificateVerifier nothingFetched() {
        return new CommonCertificateVerifier(true);
    }
}
