package vn.lienthong.signer.policy;

import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.CertificateConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.ContainerConstraints;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.policy.jaxb.SignatureConstraints;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * The policy of DSS with every rule that lets a changed document pass raised to a failure, and with the algorithms of
 * Circular 15/2025/TT-BKHCN. Parsed once: the result is only read afterwards and may be shared by threads.
 */
public final class StrictPolicy {
    /** The name under which reports state it. */
    public static final String NAME = "Liên Thông nghiêm ngặt 1";

    private static final String DSS_DEFAULT = "/policy/constraint.xml";

    private StrictPolicy() {}

    /**
     * The policy.
     *
     * @throws IllegalStateException if DSS's own policy is missing or has another form: the build is broken
     */
    public static ValidationPolicy load() {
        ConstraintsParameters parameters = dssDefault();
        parameters.setName(NAME);
        parameters.setDescription("EN 319 102-1 with strict rules for changed documents");
        raise(parameters.getSignatureConstraints());
        raise(parameters.getCounterSignatureConstraints());
        raise(parameters.getTimestamp().getBasicSignatureConstraints());
        parameters.getTimestamp().setCoherence(level(Level.FAIL));
        raise(parameters.getContainerConstraints());
        AcceptedAlgorithms.replace(parameters.getCryptographic());
        return new EtsiValidationPolicy(parameters);
    }

    private static ConstraintsParameters dssDefault() {
        try (InputStream xml = EtsiValidationPolicy.class.getResourceAsStream(DSS_DEFAULT)) {
            if (xml == null) {
                throw new IllegalStateException("DSS has no " + DSS_DEFAULT);
            }
            return ValidationPolicyFacade.newFacade().unmarshall(xml);
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw new IllegalStateException("DSS's own policy cannot be read", e);
        }
    }

    private static void raise(SignatureConstraints constraints) {
        raise(constraints.getBasicSignatureConstraints());
        constraints.getSignedAttributes().setSigningCertificateDigestAlgorithm(level(Level.FAIL));
    }

    /**
     * DSS leaves seven of these at a warning. The rendered comparison and overlapping pictures only inform: an agency's
     * red seal covers a third of the official's signature by law (Decree 30/2020, Annex I, Part II, II.5).
     */
    private static void raise(BasicSignatureConstraints constraints) {
        constraints.setByteRange(level(Level.FAIL));
        constraints.setByteRangeCollision(level(Level.FAIL));
        constraints.setPdfSignatureDictionary(level(Level.FAIL));
        constraints.setPdfPageDifference(level(Level.FAIL));
        constraints.setDocMDP(level(Level.FAIL));
        constraints.setFieldMDP(level(Level.FAIL));
        constraints.setSigFieldLock(level(Level.FAIL));
        constraints.setAnnotationChanges(level(Level.FAIL));
        constraints.setUndefinedChanges(level(Level.FAIL));
        constraints.setPdfAnnotationOverlap(level(Level.INFORM));
        constraints.setPdfVisualDifference(level(Level.INFORM));
        constraints.setReferenceDataNameMatch(level(Level.FAIL));
        constraints.setManifestEntryObjectExistence(level(Level.FAIL));
        constraints.setManifestEntryNameMatch(level(Level.FAIL));
        raise(constraints.getSigningCertificate());
        raise(constraints.getCACertificate());
    }

    /** Without this DSS takes a revocation list of any age, also one that ended before the signature was made. */
    private static void raise(CertificateConstraints constraints) {
        constraints.setRevocationFreshness(null); // set to "ignore" there, it switches the next rule off
        constraints.setRevocationFreshnessNextUpdate(level(Level.FAIL));
        constraints.setRevocationDataAvailable(level(Level.FAIL));
        constraints.setAcceptableRevocationDataFound(level(Level.FAIL));
    }

    private static void raise(ContainerConstraints constraints) {
        constraints.getAcceptableMimeTypeFileContent().setLevel(Level.FAIL);
        constraints.setFilenameAdherence(level(Level.FAIL));
        constraints.setAllFilesSigned(level(Level.FAIL));
    }

    private static LevelConstraint level(Level level) {
        LevelConstraint constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
