package vn.lienthong.hsm.perform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.hsm.plan.CeremonyScript;
import vn.lienthong.hsm.plan.ProtocolSpec;
import vn.lienthong.hsm.plan.ScriptException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.cryptoki.TokenKey;

/** A whole ceremony: rehearsed, done, and its record signed by a key of the token. */
public final class RecordedCeremony {
    private final CeremonyScript script;
    private final Clock clock;

    public RecordedCeremony(CeremonyScript script, Clock clock) {
        this.script = script;
        this.clock = clock;
    }

    /**
     * Returns if the ceremony can be held; nothing was changed.
     *
     * @throws ScriptException with what is in the way
     */
    public void rehearse() throws TokenFault {
        ProtocolSpec protocol = script.protocol();
        for (Path file : List.of(protocol.file(), protocol.signatureFile(), protocol.publicKeyFile())) {
            if (Files.exists(file)) {
                throw new ScriptException("the record " + file + " is there already: a ceremony is held once");
            }
        }
        if (!Files.isWritable(protocol.file().toAbsolutePath().resolveSibling("."))) {
            throw new ScriptException("no record can be written to " + protocol.file());
        }
        new Rehearsal(script.token(), script.steps(), Optional.of(protocol.signedBy())).run();
    }

    /**
     * What became of each step; the record says the same, also where a step failed.
     *
     * @throws ScriptException with what is in the way, before anything was changed
     * @throws TokenFault if the token failed and the record could not be signed either; it is there without its signature then
     */
    public List<Deed> perform() throws TokenFault {
        rehearse();
        Instant began = clock.instant();
        try (Performance performance = new Performance(script.token())) {
            List<Deed> deeds = performance.run(script.steps());
            record(performance, deeds, began);
            return deeds;
        }
    }

    private void record(Performance performance, List<Deed> deeds, Instant began) throws TokenFault {
        ProtocolSpec protocol = script.protocol();
        Protocol record = new Protocol(script, deeds, began, clock.instant());
        byte[] octets;
        Bytes signature;
        TokenKey signer;
        try {
            OpenToken token = performance.token();
            signer = token.require(protocol.signedBy());
            octets = record.signedBy(token, signer).getBytes(StandardCharsets.UTF_8);
            signature = token.sign(protocol.signedBy(), OpenToken.scheme(signer.publicKey()), octets);
        } catch (TokenFault fault) {
            write(protocol.file(), record.unsigned(fault).getBytes(StandardCharsets.UTF_8));
            throw fault;
        }
        write(protocol.file(), octets);
        write(protocol.signatureFile(), signature.toArray());
        write(protocol.publicKeyFile(), pem(signer.publicKey()));
    }

    private static void write(Path file, byte[] octets) {
        try {
            Files.write(file, octets, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pem(PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
