package vn.lienthong.exchange.domain.keeping;

/** The baseline levels, in their order. Source: ETSI EN 319 142-1 §6. */
public enum BaselineLevel {
    B,
    T,
    LT,
    LTA;

    /** As people write it, such as {@code baseline-LT}. */
    public String text() {
        return "baseline-" + name();
    }
}
