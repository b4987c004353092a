package vn.lienthong.exchange.boundary.rest.registers;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.signer.token.KeyAlias;

/** How a register is closed. */
@Schema(name = "RegisterClosingRequest")
record ClosingBody(
        @Schema(
                description =
                        "The agency's key that seals the print (PAdES); it has to be granted to the caller. Without one the "
                                + "print has no signature, and says so",
                nullable = true)
        @Nullable String key) {

    Optional<KeyAlias> given() {
        if (key == null || key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new KeyAlias(key));
        } catch (IllegalArgumentException notAnAlias) {
            throw Parameters.invalid("key");
        }
    }
}
