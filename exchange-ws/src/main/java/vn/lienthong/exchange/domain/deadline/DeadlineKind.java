package vn.lienthong.exchange.domain.deadline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** From which event to which. Source: Decision 28/2018/QĐ-TTg; Decree 30/2020/NĐ-CP, Articles 18.1 and 21.2. */
public enum DeadlineKind {
    /** From the day of signing (ngày ký ban hành) to its being accepted here: the sender's. */
    SEND,
    /** From its arrival in the mailbox to its recipient's acknowledging it: the recipient's. */
    RECEIVE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeadlineKind> ofWireName(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(text))
                .findFirst();
    }
}
