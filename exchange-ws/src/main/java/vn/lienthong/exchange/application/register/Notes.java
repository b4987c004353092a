package vn.lienthong.exchange.application.register;

import java.util.TreeMap;
import vn.lienthong.exchange.domain.register.RegisterEntry;

/** How the audit log names an entry. */
final class Notes {
    private Notes() {}

    static TreeMap<String, String> of(RegisterEntry entry) {
        TreeMap<String, String> details = new TreeMap<>();
        details.put("register", entry.book().name());
        details.put("number", Integer.toString(entry.place().number()));
        details.put("entry", entry.id().toString());
        if (!entry.place().series().isEmpty()) {
            details.put("series", entry.place().series());
        }
        return details;
    }
}
