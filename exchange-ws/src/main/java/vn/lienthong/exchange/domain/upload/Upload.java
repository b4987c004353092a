package vn.lienthong.exchange.domain.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * A message on its way in.
 *
 * @param owner whose it is, as the audit log names callers
 * @param length in octets, when it will be whole
 * @param received octets that are on stable storage
 * @param metadata as the owner gave it; not looked at
 * @param expiresAt after which it is gone, if nothing more comes
 */
public record Upload(
        UUID id, String owner, long length, long received, String metadata, Instant createdAt, Instant expiresAt) {
    public boolean isWhole() {
        return received == length;
    }
}
