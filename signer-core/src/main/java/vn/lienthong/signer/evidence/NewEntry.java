package vn.lienthong.signer.evidence;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * An entry that waits to be sealed.
 *
 * @param entry the octets that are hashed: {@link AuditEntry#toBytes()}
 */
public record NewEntry(Bytes entry, Salt salt) {
    public NewEntry {
        if (entry.length() == 0 || entry.length() > AuditEntry.MAX_LENGTH) {
            throw new IllegalArgumentException("an entry has 1 to " + AuditEntry.MAX_LENGTH + " octets");
        }
    }
}
