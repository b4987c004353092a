package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.DiagnosticData;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlDigestMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether signatures are over all that was handed in beside them. A signature says how many documents it is over; a further one
 * that was handed in with them would seem to be judged as well.
 */
final class DetachedCoverage {
    private DetachedCoverage() {}

    static Optional<Finding> finding(List<DetachedContent> contents, DiagnosticData data) {
        Set<String> names = contents.stream().map(DetachedContent::name).collect(Collectors.toSet());
        boolean each = names.size() == contents.size()
                && data.getSignatures().stream()
                        .filter(signature -> !signature.isCounterSignature())
                        .allMatch(signature -> signed(signature).containsAll(names));
        return each ? Optional.empty() : Optional.of(new Finding(FindingCode.DETACHED_CONTENT_NOT_SIGNED, ""));
    }

    private static Set<String> signed(SignatureWrapper signature) {
        Set<String> signed = new HashSet<>();
        for (XmlDigestMatcher matcher : signature.getDigestMatchers()) {
            if (matcher.isDataFound() && matcher.isDataIntact() && matcher.getDocumentName() != null) {
                signed.add(matcher.getDocumentName());
            }
        }
        return signed;
    }
}
