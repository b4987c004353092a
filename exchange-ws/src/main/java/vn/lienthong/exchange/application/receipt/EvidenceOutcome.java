package vn.lienthong.exchange.application.receipt;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.signer.evidence.file.EvidenceFile;
import vn.lienthong.signer.evidence.file.EvidenceWriter;

/** How one request for evidence ended. */
public sealed interface EvidenceOutcome {

    /** The evidence is complete: an evidence file of type {@link EvidenceFile#MEDIA_TYPE}. */
    record Ready(EvidenceFile file) implements EvidenceOutcome {

        /** The file's octets stand in {@code out}, which is left open; equal evidence gives equal octets. */
        public void writeTo(OutputStream out) throws IOException {
            EvidenceWriter.write(file, out);
        }
    }

    /** Entries of the dispatch wait for their seal: {@code evidence-pending}. */
    record Pending(Failure failure, Duration retryAfter) implements EvidenceOutcome {}

    /** There is no such dispatch for the caller, or its evidence was damaged in the database. */
    record Refused(Failure failure) implements EvidenceOutcome {}
}
