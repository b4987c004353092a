package vn.lienthong.signer.token.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.DigestAlgorithm;
import vn.lienthong.signer.algorithm.DigestInfo;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.SigningOutcome.TokenDown;

/** Each algorithm of the provider with a key in SoftHSM; the JDK's own providers verify. */
class TokenProviderIT {
    private static final byte[] MESSAGE = "Công văn số 01".getBytes(StandardCharsets.UTF_8);
    private static ProviderFixture fixture;

    @BeforeAll
    static void open() throws Exception {
        fixture = new ProviderFixture("jca-signatures");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SHA256withRSA",
                "SHA384withRSA",
                "SHA512withRSA",
                "SHA256withECDSA",
                "SHA384withECDSA",
                "SHA512withECDSA",
                "SHA3-256withRSA",
                "SHA3-512withECDSA",
                "Ed25519",
                "EdDSA"
            })
    void signsMessages(String algorithm) throws Exception {
        KeyAlias alias = algorithm.endsWith("withRSA")
                ? ProviderFixture.RSA
                : algorithm.startsWith("Ed") ? ProviderFixture.ED : ProviderFixture.EC;
        Signature signer = Signature.getInstance(algorithm, fixture.provider);
        signer.initSign(fixture.provider.key(alias));
        signer.update(MESSAGE[0]);
        signer.update(MESSAGE, 1, MESSAGE.length - 1);
        byte[] first = signer.sign();
        assertThat(verifies(Signature.getInstance(algorithm), alias, first)).isTrue();
        signer.update(MESSAGE);
        assertThat(verifies(Signature.getInstance(algorithm), alias, signer.sign()))
                .as("used again")
                .isTrue();
        first[first.length - 1] ^= 1;
        assertThat(verifies(Signature.getInstance(algorithm), alias, first)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "SHA-384", "SHA-512"})
    void signsPssByParametersAndByName(String hash) throws Exception {
        PSSParameterSpec parameters = pss(hash, MessageDigest.getInstance(hash).getDigestLength());
        Signature signer = Signature.getInstance("RSASSA-PSS", fixture.provider);
        signer.setParameter(parameters);
        signer.initSign(fixture.provider.key(ProviderFixture.RSA));
        signer.update(MESSAGE);
        assertThat(verifiesPss(parameters, signer.sign())).isTrue();
        assertThat(signer.getParameters()
                        .getParameterSpec(PSSParameterSpec.class)
                        .getDigestAlgorithm())
                .isEqualTo(hash);

        Signature named = Signature.getInstance(hash.replace("-", "") + "withRSAandMGF1", fixture.provider);
        named.initSign(fixture.provider.key(ProviderFixture.RSA));
        named.update(MESSAGE);
        assertThat(verifiesPss(parameters, named.sign())).isTrue();
    }

    @Test
    void refusesPssWithoutParametersOrWithOthersThanItSigns() throws Exception {
        Signature signer = Signature.getInstance("RSASSA-PSS", fixture.provider);
        signer.initSign(fixture.provider.key(ProviderFixture.RSA));
        assertThatThrownBy(() -> signer.update(MESSAGE)).isInstanceOf(SignatureException.class);
        for (PSSParameterSpec wrong : new PSSParameterSpec[] {
            pss("SHA-256", 20),
            pss("SHA-1", 20),
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA1, 32, 1),
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 2)
        }) {
            assertThatThrownBy(() -> signer.setParameter(wrong))
                    .isInstanceOf(java.security.InvalidAlgorithmParameterException.class);
        }
        Signature named = Signature.getInstance("SHA512withRSAandMGF1", fixture.provider);
        assertThatThrownBy(() -> named.setParameter(pss("SHA-256", 32)))
                .isInstanceOf(java.security.InvalidAlgorithmParameterException.class);
    }

    @Test
    void signsDigestsThatSomebodyElseMade() throws Exception {
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            String prefix = algorithm.isSha2() ? algorithm.jcaName().replace("-", "") : algorithm.jcaName();
            byte[] info = DigestInfo.of(algorithm.digest(MESSAGE)).toArray();
            assertThat(verifies(
                            Signature.getInstance(prefix + "withRSA"),
                            ProviderFixture.RSA,
                            plain("NONEwithRSA", ProviderFixture.RSA, info)))
                    .isTrue();
            byte[] digest = algorithm.digest(MESSAGE).value().toArray();
            assertThat(verifies(
                            Signature.getInstance(prefix + "withECDSA"),
                            ProviderFixture.EC,
                            plain("NONEwithECDSA", ProviderFixture.EC, digest)))
                    .isTrue();
        }
    }

    @Test
    void refusesOctetsThatAreNoDigest() {
        byte[] info = DigestInfo.of(DigestAlgorithm.SHA256.digest(MESSAGE)).toArray();
        info[5] ^= 1;
        for (byte[] content : new byte[][] {{}, MESSAGE, new byte[20], new byte[36], info, new byte[84]}) {
            assertThatThrownBy(() -> plain("NONEwithRSA", ProviderFixture.RSA, content))
                    .isInstanceOf(SignatureException.class);
        }
        for (int length : new int[] {0, 20, 28, 33, 65}) {
            assertThatThrownBy(() -> plain("NONEwithECDSA", ProviderFixture.EC, new byte[length]))
                    .isInstanceOf(SignatureException.class);
        }
    }

    @Test
    void saysThatTheTokenIsDownAndSignsNowhereElse() throws Exception {
        ProviderFixture gone = new ProviderFixture("jca-gone");
        try (ProviderRegistration registered = ProviderRegistration.open(gone.provider)) {
            assertThat(registered).isNotNull();
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(gone.provider.key(ProviderFixture.EC));
            assertThat(signer.getProvider()).isSameAs(gone.provider);
            signer.update(MESSAGE);
            assertThat(signer.sign()).isNotEmpty();
            gone.close();
            signer.update(MESSAGE);
            assertThatThrownBy(signer::sign)
                    .isInstanceOfSatisfying(
                            TokenSignatureException.class,
                            e -> assertThat(e.outcome()).isInstanceOf(TokenDown.class));
        }
        assertThat(Arrays.asList(java.security.Security.getProviders())).doesNotContain(gone.provider);
        Signature unregistered = Signature.getInstance("SHA256withECDSA");
        assertThatThrownBy(() -> unregistered.initSign(gone.provider.key(ProviderFixture.EC)))
                .isInstanceOf(java.security.InvalidKeyException.class);
    }

    private static byte[] plain(String algorithm, KeyAlias alias, byte[] content) throws Exception {
        Signature signer = Signature.getInstance(algorithm, fixture.provider);
        signer.initSign(fixture.provider.key(alias));
        signer.update(content);
        return signer.sign();
    }

    private static boolean verifies(Signature verifier, KeyAlias alias, byte[] signature) throws Exception {
        verifier.initVerify(fixture.provider.key(alias).certificate());
        verifier.update(MESSAGE);
        try {
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static boolean verifiesPss(PSSParameterSpec parameters, byte[] signature) throws Exception {
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(parameters);
        return verifies(verifier, ProviderFixture.RSA, signature);
    }

    private static PSSParameterSpec pss(String hash, int salt) {
        return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1);
    }
}
