package vn.lienthong.exchange.domain.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * The end of a register.
 *
 * @param entries how many it has
 * @param xml the whole of it; its digest stands in the audit log
 * @param print its PDF, or null until that is made
 */
public record Closing(
        Instant at,
        String by,
        int entries,
        ContentRef xml,
        @Nullable Print print) {

    /**
     * The register as it is printed.
     *
     * @param sealedWith the key whose PAdES signature it has, or null
     */
    public record Print(ContentRef pdf, @Nullable String sealedWith) {}
}
