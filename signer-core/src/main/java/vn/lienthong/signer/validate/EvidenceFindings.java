package vn.lienthong.signer.validate;

import eu.europa.esig.dss.diagnostic.CertificateWrapper;
import eu.europa.esig.dss.diagnostic.DiagnosticData;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lienthong.signer.strict.EvidenceFault;

/** What was found of certificates and revocation data that travel with signatures, in the words of the report. */
final class EvidenceFindings {
    private EvidenceFindings() {}

    /**
     * Digests of the certificates of every path that ends in an anchor, but for the anchor itself: DSS takes one for
     * the anchor that only has its key and name.
     */
    static Set<String> inPaths(DiagnosticData data) {
        return Stream.concat(
                        data.getSignatures().stream().map(s -> s.getCertificateChain()),
                        data.getTimestampList().stream().map(t -> t.getCertificateChain()))
                .filter(chain -> chain.stream().anyMatch(CertificateWrapper::isTrusted))
                .flatMap(chain -> chain.subList(0, chain.size() - 1).stream())
                .map(c -> HexFormat.of().formatHex(c.getDigestAlgoAndValue().getDigestValue()))
                .collect(Collectors.toSet());
    }

    static List<Finding> of(Set<EvidenceFault> faults) {
        return faults.stream()
                .sorted()
                .map(fault -> new Finding(code(fault), ""))
                .toList();
    }

    private static FindingCode code(EvidenceFault fault) {
        return switch (fault) {
            case CERTIFICATE_DOUBLED -> FindingCode.CERTIFICATE_DOUBLED;
            case CERTIFICATE_STRANGE -> FindingCode.STRANGE_CERTIFICATE_EMBEDDED;
            case REVOCATION_STRANGE -> FindingCode.STRANGE_REVOCATION_EMBEDDED;
        };
    }
}
