package vn.lienthong.exchange.infrastructure.edxml;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.OtherInfo;
import vn.lienthong.exchange.domain.edxml.Priority;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** {@code OtherInfo}: urgency, circulation, amounts. */
final class OtherInfoMapping {
    /** The degrees of secrecy of the Law on State Secrets 2018, Art. 8; such a document stays off the ordinary axis. */
    private static final Set<String> SECRET = Set.of("mật", "tối mật", "tuyệt mật");

    private final Findings findings;

    OtherInfoMapping(Findings findings) {
        this.findings = findings;
    }

    /** Null when it is missing or has no priority; then the message is refused. */
    @Nullable OtherInfo map(Fields header) {
        Fields info = header.child("OtherInfo").orElse(null);
        if (info == null) {
            findings.refuse("N." + header.path("OtherInfo"), "missing");
            return null;
        }
        Priority priority = priority(info);
        String sphere = info.text("SphereOfPromulgation", 100);
        if (isSecret(sphere)) {
            findings.refuse(
                    FailureCode.SECRET_DOCUMENT_REFUSED,
                    "M." + info.path("SphereOfPromulgation"),
                    "a secret document: " + Findings.quote(sphere));
        }
        return priority == null
                ? null
                : new OtherInfo(
                        priority,
                        sphere,
                        info.text("TyperNotation", 10),
                        info.number("PromulgationAmount"),
                        info.number("PageAmount"),
                        info.text("ReplyFors", 500),
                        info.text("Direction", 5).equalsIgnoreCase("true"),
                        info.text("ReferenceCodes", 500),
                        info.list("Appendixes", "Appendix", 250));
    }

    private @Nullable Priority priority(Fields info) {
        String text = info.required("Priority", 1);
        OptionalInt number = info.number("Priority");
        if (number.isEmpty()) {
            if (!text.isEmpty()) {
                findings.refuse("T." + info.path("Priority"), "not a number");
            }
            return null;
        }
        Priority priority = Priority.ofNumber(number.getAsInt()).orElse(null);
        if (priority == null) {
            findings.refuse("R." + info.path("Priority"), "0 to 4, not " + number.getAsInt());
        }
        return priority;
    }

    private static boolean isSecret(String sphere) {
        String words = Normalizer.normalize(sphere, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
        return SECRET.contains(words.startsWith("độ ") ? words.substring(3).strip() : words);
    }
}
