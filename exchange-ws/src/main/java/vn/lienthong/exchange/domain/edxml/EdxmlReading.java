package vn.lienthong.exchange.domain.edxml;

import java.util.List;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.Finding;

/** What reading an edXML file ends in. */
public sealed interface EdxmlReading {

    /**
     * The message is acceptable under the rules that were asked for.
     *
     * @param findings faults that those rules put up with
     */
    record Accepted(EdxmlMessage message, List<Finding> findings) implements EdxmlReading {
        public Accepted {
            findings = List.copyOf(findings);
        }
    }

    /** The message is not; the failure holds every finding, those put up with included. */
    record Refused(Failure failure) implements EdxmlReading {}
}
