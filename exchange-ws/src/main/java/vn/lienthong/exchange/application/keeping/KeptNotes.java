package vn.lienthong.exchange.application.keeping;

import java.util.TreeMap;
import vn.lienthong.exchange.domain.keeping.KeptSignature;

/** What the audit log says of a signed file in the server's care. */
final class KeptNotes {
    private KeptNotes() {}

    static TreeMap<String, String> details(KeptSignature kept) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("kept", kept.id().toString());
        details.put("level", "BASELINE_" + kept.current().level().name());
        details.put("version", Integer.toString(kept.current().number()));
        return details;
    }
}
