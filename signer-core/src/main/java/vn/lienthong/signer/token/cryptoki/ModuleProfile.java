package vn.lienthong.signer.token.cryptoki;

/**
 * In what a module differs from the standard, as far as the binding has to know.
 *
 * @param initialisation the text that C_Initialize hands to the module; empty for modules that take none. NSS's softoken and
 *     YubiHSM's module take their configuration so
 */
public record ModuleProfile(String initialisation) {
    /** A module that wants nothing beyond the standard. */
    public static final ModuleProfile STANDARD = new ModuleProfile("");

    /** The softoken of NSS over the database in that folder, whose token shows that label. Source: NSS, PKCS #11 module specs. */
    public static ModuleProfile nss(java.nio.file.Path folder, String label) {
        return new ModuleProfile("configdir='sql:" + folder + "' certPrefix='' keyPrefix='' secmod='' "
                + "flags=noModDB dbTokenDescription='" + label + "'");
    }
}
