package vn.lienthong.hsm.cli;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import vn.lienthong.hsm.ceremony.Ceremony;
import vn.lienthong.hsm.ceremony.CeremonyPlan;
import vn.lienthong.hsm.ceremony.DemoPlan;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Secrets;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.token.Pkcs11TokenKeys;
import vn.lienthong.hsm.token.SoftHsmFolder;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenFault;

/** {@code demo-pki}: the token, keys and certificates of the demo exist; a second run finds them and changes nothing. */
final class DemoPkiCommand {
    /** Where the token's PIN is kept. */
    static final String PIN_FILE = "hsm.pin";

    private final Options options;
    private final PrintStream out;
    private final Clock clock;
    private final SecureRandom random;

    DemoPkiCommand(Options options, PrintStream out, Clock clock, SecureRandom random) {
        this.options = options;
        this.out = out;
        this.clock = clock;
        this.random = random;
    }

    int run() throws TokenFault {
        StateFiles files = new StateFiles(options.state());
        Changes changes = new Changes();
        Secrets secrets = new Secrets(files, random, changes);
        CeremonyPlan plan = DemoPlan.plan();
        SoftHsmFolder.prepare(files, changes);
        try (Pin securityOfficer = new Pin(secrets.named("hsm.so-pin"));
                Pin user = new Pin(secrets.named(PIN_FILE));
                Pkcs11TokenKeys token =
                        Pkcs11TokenKeys.create(options.module(), plan.tokenLabel(), securityOfficer, user, changes)) {
            new Ceremony(files, changes, secrets, random, clock, options.crlBase()).perform(plan, token);
        }
        report(changes);
        return 0;
    }

    private void report(Changes changes) {
        changes.all().forEach(what -> out.println("+ " + what));
        int made = changes.all().size();
        if (made == 0) {
            out.println(options.say(
                    "Mọi thứ đã có sẵn (" + changes.keptCount() + " mục), không thay đổi gì.",
                    "Everything was there (" + changes.keptCount() + " items); nothing was changed."));
        } else {
            out.println(options.say(
                    "Đã tạo " + made + " mục, giữ nguyên " + changes.keptCount() + " mục.",
                    made + " items were made, " + changes.keptCount() + " were kept."));
        }
    }
}
