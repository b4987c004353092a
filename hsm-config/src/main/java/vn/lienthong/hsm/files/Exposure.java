package vn.lienthong.hsm.files;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Who may read a file of the state folder. */
public enum Exposure {
    /** Mode 600, in folders of mode 700: keys, PINs, passwords. */
    OWNER_ONLY("rw-------"),
    /** Mode 644: certificates, revocation lists, descriptions. */
    EVERYBODY("rw-r--r--");

    private final String mode;

    Exposure(String mode) {
        this.mode = mode;
    }

    Set<PosixFilePermission> permissions() {
        return PosixFilePermissions.fromString(mode);
    }
}
