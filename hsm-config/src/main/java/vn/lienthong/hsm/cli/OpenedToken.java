package vn.lienthong.hsm.cli;

import vn.lienthong.hsm.ceremony.DemoPlan;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.token.Pkcs11TokenKeys;
import vn.lienthong.hsm.token.SoftHsmFolder;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/** Opens the token that {@code demo-pki} made in a state folder. */
final class OpenedToken {
    private OpenedToken() {}

    static Pkcs11TokenKeys of(Options options, StateFiles files) throws TokenFault {
        SoftHsmFolder.prepare(files, new Changes());
        char[] pin =
                files.readText("secrets/" + DemoPkiCommand.PIN_FILE).strip().toCharArray();
        try (Pin user = new Pin(pin)) {
            return Pkcs11TokenKeys.open(options.module(), DemoPlan.plan().tokenLabel(), user);
        }
    }
}
