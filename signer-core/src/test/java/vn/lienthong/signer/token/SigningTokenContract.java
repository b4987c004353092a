package vn.lienthong.signer.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;
import vn.lienthong.signer.token.SigningOutcome.DownReason;
import vn.lienthong.signer.token.SigningOutcome.RefusalReason;
import vn.lienthong.signer.token.SigningOutcome.Refused;
import vn.lienthong.signer.token.SigningOutcome.Signed;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/** What every signing token does. */
public interface SigningTokenContract {
    KeyAlias RSA = new KeyAlias("contract-rsa");
    KeyAlias EC = new KeyAlias("contract-ec");
    byte[] MESSAGE = "Công văn số 123/UBND-VP".getBytes(StandardCharsets.UTF_8);

    /** A token of its own for each test, with an RSA-2048 key {@link #RSA} and a P-256 key {@link #EC}. */
    SigningToken token();

    PublicKey publicKey(KeyAlias alias);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    default void signsWhatTheJdkVerifies(SignatureScheme scheme) {
        KeyAlias key = scheme.keyKind() == KeyKind.RSA ? RSA : EC;
        try (SigningToken token = token()) {
            SigningOutcome outcome = token.sign(key, scheme, scheme.digest().digest(MESSAGE));
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Signed.class,
                            signed -> assertThat(
                                            Verification.holds(publicKey(key), scheme, MESSAGE, signed.signature()))
                                    .isTrue());
            assertThat(token.health().usable()).isTrue();
        }
    }

    @Test
    default void signsForManyThreadsAtOnce() {
        SignatureScheme scheme = SignatureScheme.ECDSA_SHA256;
        try (SigningToken token = token()) {
            List<SigningOutcome> outcomes = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> token.sign(EC, scheme, scheme.digest().digest(MESSAGE)))
                    .toList();
            assertThat(outcomes)
                    .hasSize(200)
                    .allSatisfy(o -> assertThat(o)
                            .isInstanceOfSatisfying(
                                    Signed.class,
                                    signed -> assertThat(Verification.holds(
                                                    publicKey(EC), scheme, MESSAGE, signed.signature()))
                                            .isTrue()));
        }
    }

    @Test
    default void signsManyDigestsInOneRequest() {
        SignatureScheme scheme = SignatureScheme.RSA_PKCS1_SHA256;
        List<byte[]> messages =
                IntStream.range(0, 70).mapToObj(i -> new byte[] {(byte) i}).toList();
        try (SigningToken token = token()) {
            List<SigningOutcome> outcomes = token.signAll(
                    RSA, scheme, messages.stream().map(scheme.digest()::digest).toList());
            assertThat(outcomes).hasSameSizeAs(messages);
            for (int i = 0; i < messages.size(); i++) {
                Signed signed = (Signed) outcomes.get(i);
                assertThat(Verification.holds(publicKey(RSA), scheme, messages.get(i), signed.signature()))
                        .isTrue();
            }
        }
    }

    @Test
    default void refusesAKeyThatItDoesNotHave() {
        try (SigningToken token = token()) {
            refusedFor(
                    RefusalReason.KEY_UNKNOWN,
                    token.sign(
                            new KeyAlias("nobody"),
                            SignatureScheme.ECDSA_SHA256,
                            DigestAlgorithm.SHA256.digest(MESSAGE)));
            assertThat(token.health().usable()).isTrue();
        }
    }

    @Test
    default void refusesADigestOfAnotherAlgorithmThanTheScheme() {
        try (SigningToken token = token()) {
            refusedFor(
                    RefusalReason.DIGEST_MISMATCH,
                    token.sign(EC, SignatureScheme.ECDSA_SHA256, DigestAlgorithm.SHA384.digest(MESSAGE)));
        }
    }

    @Test
    default void refusesASchemeForAnotherKindOfKey() {
        try (SigningToken token = token()) {
            refusedFor(
                    RefusalReason.SCHEME_NOT_SUPPORTED,
                    token.sign(EC, SignatureScheme.RSA_PKCS1_SHA256, DigestAlgorithm.SHA256.digest(MESSAGE)));
            assertThat(token.health().usable()).isTrue();
        }
    }

    @Test
    default void answersThatItIsClosed() {
        SigningToken token = token();
        token.close();
        token.close();
        assertThat(token.sign(RSA, SignatureScheme.RSA_PKCS1_SHA256, DigestAlgorithm.SHA256.digest(MESSAGE)))
                .isInstanceOfSatisfying(
                        TokenDown.class, down -> assertThat(down.reason()).isEqualTo(DownReason.CLOSED));
        assertThat(token.health().usable()).isFalse();
    }

    private static void refusedFor(RefusalReason reason, SigningOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
