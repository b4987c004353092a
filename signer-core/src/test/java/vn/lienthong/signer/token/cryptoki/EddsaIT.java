package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Stranger;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.SigningOutcome;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenPool;
import vn.lienthong.signer.token.TokenPoolConfig;
import vn.lienthong.signer.token.failover.FailoverToken;
import vn.lienthong.signer.token.failover.Place;
import vn.lienthong.signer.token.failover.SigningHealth;

/** RFC 8032 in a real token: CKM_EDDSA signs the message itself. */
class EddsaIT {
    private static final String TOKEN = "eddsa";
    private static final KeyAlias ED = new KeyAlias("ed25519");
    private static final KeyAlias EC = new KeyAlias("p256");
    private static final byte[] MESSAGE = "Công văn số 123/UBND-VP".getBytes(StandardCharsets.UTF_8);
    private static PublicKey key;
    private static SigningToken pool;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeToken() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        hsm.createToken(TOKEN);
        key = hsm.createKey(TOKEN, ED.value(), KeyPairSpec.ED25519);
        hsm.createKey(TOKEN, EC.value(), KeyPairSpec.EC_P256);
        pool = TokenPool.open(hsm.driver(TOKEN), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Test
    void opensslVerifiesWhatThePoolSigned() throws Exception {
        Files.write(folder.resolve("message"), MESSAGE);
        Files.write(folder.resolve("signature"), signed(MESSAGE).toArray());
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        assertThat(openssl()).contains("Signature Verified Successfully");
        Files.write(folder.resolve("message"), "Công văn số 124/UBND-VP".getBytes(StandardCharsets.UTF_8));
        assertThat(openssl()).doesNotContain("Successfully");
    }

    /** RFC 8032 §5.1.6: the same message has the same signature, in whichever session and after whatever other length. */
    @Test
    void signsTheSameWayEachTime() {
        Bytes first = signed(MESSAGE);
        signed(new byte[SigningToken.LONGEST_MESSAGE]);
        signed(new byte[0]);
        assertThat(signed(MESSAGE)).isEqualTo(first);
        assertThat(first.length()).isEqualTo(64);
    }

    @Test
    void signsNoDigestAndNothingLong() {
        refused(
                RefusalReason.DIGEST_MISMATCH,
                pool.sign(ED, SignatureScheme.ED25519, DigestAlgorithm.SHA512.digest(MESSAGE)));
        refused(
                RefusalReason.DIGEST_MISMATCH,
                pool.signMessage(ED, SignatureScheme.ED25519, new byte[SigningToken.LONGEST_MESSAGE + 1]));
        assertThat(pool.health().usable()).isTrue();
    }

    @Test
    void refusesAKeyOfAnotherKind() {
        refused(RefusalReason.SCHEME_NOT_SUPPORTED, pool.signMessage(EC, SignatureScheme.ED25519, MESSAGE));
        refused(RefusalReason.SCHEME_NOT_SUPPORTED, pool.signMessage(ED, SignatureScheme.ECDSA_SHA256, MESSAGE));
        assertThat(pool.signMessage(EC, SignatureScheme.ECDSA_SHA256, MESSAGE)).isInstanceOf(Signed.class);
        assertThat(pool.health().usable()).isTrue();
    }

    @Test
    void signsByTheNextPlaceAndIsHealthy() {
        SoftHsm.instance();
        SigningToken empty = TokenPool.open(
                SoftHsm.instance().driver("no-such-token"), SoftHsm.pin(), TokenPoolConfig.DEFAULT, Clock.systemUTC());
        List<Place> places = List.of(new Place("gone", empty, 1), new Place("here", pool, 0));
        FailoverToken token = new FailoverToken(places);
        assertThat(token.signMessage(ED, SignatureScheme.ED25519, MESSAGE)).isEqualTo(new Signed(signed(MESSAGE)));
        SigningHealth health = new SigningHealth(
                List.of(places.get(1)),
                ED,
                SignatureScheme.ED25519,
                key,
                Clock.systemUTC(),
                java.time.Duration.ofSeconds(5));
        assertThat(health.check())
                .singleElement()
                .satisfies(place -> assertThat(place.signs()).isTrue());
        empty.close();
    }

    @Test
    void findsItAmongTheKeysOfTheToken() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        Slot slot = hsm.module().slotOf(TOKEN).orElseThrow();
        try (CryptokiSession session = hsm.module().openSession(slot.id(), SessionAccess.READ_ONLY)) {
            assertThat(new KeyPairs(session).find(KeyLocator.ofLabel(ED.value())))
                    .singleElement()
                    .satisfies(found -> assertThat(found.publicKey()).isEqualTo(key));
        }
    }

    private static Bytes signed(byte[] message) {
        return ((Signed) pool.signMessage(ED, SignatureScheme.ED25519, message)).signature();
    }

    private static void refused(RefusalReason reason, SigningOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }

    private String openssl() {
        return Stranger.run(
                        folder,
                        "openssl",
                        "pkeyutl",
                        "-verify",
                        "-pubin",
                        "-inkey",
                        "key.pem",
                        "-rawin",
                        "-in",
                        "message",
                        "-sigfile",
                        "signature")
                .said();
    }
}
