package vn.lienthong.signer.validate;

import eu.europa.esig.dss.detailedreport.DetailedReport;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import java.util.List;

/** Timestamps of DSS's reports as facts. */
final class TimestampReader {
    private final DetailedReport report;

    TimestampReader(DetailedReport report) {
        this.report = report;
    }

    List<TimestampFacts> read(List<TimestampWrapper> timestamps) {
        return timestamps.stream().map(this::facts).toList();
    }

    private TimestampFacts facts(TimestampWrapper timestamp) {
        Indication indication = report.getBasicTimestampValidationIndication(timestamp.getId());
        SubIndication sub = report.getBasicTimestampValidationSubIndication(timestamp.getId());
        Verdict verdict = SubIndications.verdict(indication);
        return new TimestampFacts(
                timestamp.getId(),
                verdict,
                timestamp.getType().name(),
                timestamp.getProductionTime().toInstant(),
                CertificateReader.read(timestamp.getSigningCertificate()),
                indication == null ? "" : indication.name(),
                sub == null ? "" : sub.name(),
                verdict == Verdict.VALID ? List.of() : List.of(new Finding(SubIndications.finding(sub), "")));
    }
}
