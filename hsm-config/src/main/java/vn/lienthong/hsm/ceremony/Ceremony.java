package vn.lienthong.hsm.ceremony;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Exposure;
import vn.lienthong.hsm.files.Secrets;
import vn.lienthong.hsm.files.StateFiles;
import vn.lienthong.hsm.pki.Authority;
import vn.lienthong.hsm.pki.CertificateIssuer;
import vn.lienthong.hsm.pki.CertificateProfile;
import vn.lienthong.hsm.pki.CertificateRequest;
import vn.lienthong.hsm.pki.CrlIssuer;
import vn.lienthong.hsm.pki.Pem;
import vn.lienthong.hsm.token.TokenKeys;
import vn.lienthong.signer.token.TokenFault;

/** Brings about what a plan says, and touches nothing that is already so. One run at a time in one state folder. */
public final class Ceremony {
    private static final List<String> TLS_HOSTS = List.of("localhost", "127.0.0.1");

    private final StateFiles files;
    private final Changes changes;
    private final CrlIssuer crls;
    private final Certification certification;
    private final Authorities authorities;
    private final MachineKeys machines;

    /** @param crlBase the address below which revocation lists are published, ending in a slash */
    public Ceremony(StateFiles files, Changes changes, Secrets secrets, SecureRandom random, Clock clock, URI crlBase) {
        CertificateIssuer issuer = new CertificateIssuer(clock, random, crlBase);
        this.files = files;
        this.changes = changes;
        this.crls = new CrlIssuer(clock);
        this.certification = new Certification(files, issuer, clock, changes);
        this.authorities = new Authorities(files, secrets, random, issuer, certification, changes);
        this.machines = new MachineKeys(files, secrets, random, issuer, certification, changes);
    }

    /** Everything that the plan names exists in the state folder and in the token. */
    public void perform(CeremonyPlan plan, TokenKeys token) throws TokenFault {
        plan.authorities().forEach(authorities::ensure);
        plan.authorities().forEach(a -> publishCrl(crlFolder(a), authorities.named(a.name())));
        plan.anchors().forEach(a -> sameAs("pki/anchors/" + a + ".pem", certificate(a)));
        for (PlannedKey key : plan.keys()) {
            CertificateRequest request = key.request(token.ensure(key.alias(), key.form()));
            certification.chain(KeysFile.chainFile(key), request, authorities.named(key.issuer()));
        }
        sameAs(KeysFile.PATH, KeysFile.text(plan).getBytes(StandardCharsets.UTF_8));
        machineKeys(plan);
    }

    private void machineKeys(CeremonyPlan plan) {
        Authority systems = authorities.named(DemoPlan.SYSTEMS);
        sameAs("pki/systems-anchors/systems-ca.pem", certificate(DemoPlan.SYSTEMS));
        sameAs("pki/tls/ca.pem", certificate(DemoPlan.SYSTEMS));
        machines.ensure(
                "pki/tls",
                "server",
                key -> new CertificateRequest(
                        CertificateProfile.TLS_SERVER, DemoPlan.SERVER, key, TLS_HOSTS, Optional.empty()),
                systems);
        for (PlannedSystem system : plan.systems()) {
            machines.ensure(
                    "pki/systems",
                    system.name(),
                    key -> CertificateRequest.of(CertificateProfile.SYSTEM, system.subject(), key),
                    system.issuer() == null ? null : authorities.named(system.issuer()));
        }
    }

    /** Lists of the authorities of documents stand by themselves: whoever judges documents reads that folder whole. */
    private static String crlFolder(PlannedAuthority authority) {
        return authority.name().equals(DemoPlan.SYSTEMS) ? "pki/systems-crl" : "pki/crl";
    }

    private void publishCrl(String folder, Authority authority) {
        String file = folder + "/" + authority.name() + ".crl";
        if (files.exists(file) && crls.isFresh(files.read(file), authority)) {
            changes.kept(file);
        } else {
            files.write(file, crls.issue(authority), Exposure.EVERYBODY);
            changes.made(file);
        }
    }

    private byte[] certificate(String authority) {
        return Pem.certificates(List.of(authorities.named(authority).certificate()));
    }

    private void sameAs(String file, byte[] content) {
        if (files.exists(file) && Arrays.equals(files.read(file), content)) {
            changes.kept(file);
        } else {
            files.write(file, content, Exposure.EVERYBODY);
            changes.made(file);
        }
    }
}
