package vn.lienthong.signer.token.jca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.testpki.Issued;
import vn.lienthong.signer.testpki.Profile;
import vn.lienthong.signer.testpki.TestPki;
import vn.lienthong.signer.token.CertifiedKey;
import vn.lienthong.signer.token.KeyAlias;
import vn.lienthong.signer.token.softkey.SoftKeyRing;
import vn.lienthong.signer.token.softkey.SoftKeyToken;

/** What the provider refuses, and what it lets nobody have. */
class TokenProviderTest {
    private static final KeyAlias RSA = new KeyAlias("rsa");
    private static final KeyAlias EC = new KeyAlias("ec");

    private final TestPki pki = TestPki.at(Clock.systemUTC().instant());
    private final SoftKeyRing ring = new SoftKeyRing();
    private final CertifiedKey rsa = certified(RSA, ring.addRsa(RSA, 2048), SignatureScheme.RSA_PKCS1_SHA256);
    private final CertifiedKey ec = certified(EC, ring.addEc(EC, "secp256r1"), SignatureScheme.ECDSA_SHA256);
    private final TokenProvider provider = provider("one", rsa, ec);

    @Test
    void aKeyHasNoEncodingAndIsNotSerialised() {
        TokenPrivateKey key = provider.key(RSA);
        assertThat(key.getEncoded()).isNull();
        assertThat(key.getFormat()).isNull();
        assertThat(key.getAlgorithm()).isEqualTo("RSA");
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(key))
                .isInstanceOf(NotSerializableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "RSASSA-PSS", "NONEwithRSA", "SHA256withECDSA", "NONEwithECDSA"})
    void refusesKeysOfOthers(String algorithm) throws Exception {
        Signature signer = Signature.getInstance(algorithm, provider);
        Issued software = pki.issue(Profile.signer("khóa mềm"));
        TokenProvider other = provider("other", rsa, ec);
        assertThatThrownBy(() -> signer.initSign(software.privateKey())).isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> signer.initSign(other.key(algorithm.endsWith("ECDSA") ? EC : RSA)))
                .isInstanceOf(InvalidKeyException.class);
        assertThatThrownBy(() -> signer.initSign(provider.key(algorithm.endsWith("ECDSA") ? RSA : EC)))
                .isInstanceOf(InvalidKeyException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256withRSA", "SHA256withECDSA"})
    void noOtherProviderSignsWithItsKeys(String algorithm) throws Exception {
        TokenPrivateKey key = provider.key(algorithm.endsWith("ECDSA") ? EC : RSA);
        for (Signature signer : List.of(
                Signature.getInstance(algorithm), Signature.getInstance(algorithm, new BouncyCastleProvider()))) {
            assertThatThrownBy(() -> signer.initSign(key)).isInstanceOf(InvalidKeyException.class);
        }
    }

    @Test
    void verifiesNothingAndLeavesThatToOthers() throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA", provider);
        assertThatThrownBy(() -> signature.initVerify(rsa.certificate().getPublicKey()))
                .isInstanceOf(InvalidKeyException.class);
        try (ProviderRegistration registered = ProviderRegistration.open(provider)) {
            assertThat(registered).isNotNull();
            Signature any = Signature.getInstance("SHA256withRSA");
            any.initVerify(rsa.certificate().getPublicKey());
            assertThat(any.getProvider()).isNotSameAs(provider);
            Issued software = pki.issue(Profile.signer("khóa mềm"));
            any.initSign(software.privateKey());
            assertThat(any.getProvider()).isNotSameAs(provider);
        }
    }

    @Test
    void isRegisteredUnderItsNameOnceAndGoneAfterwards() {
        TokenProvider same = provider("one", ec);
        try (ProviderRegistration registered = ProviderRegistration.open(provider)) {
            assertThat(registered).isNotNull();
            assertThatThrownBy(() -> ProviderRegistration.open(same)).isInstanceOf(IllegalStateException.class);
            assertThat(java.security.Security.getProvider("one")).isSameAs(provider);
        }
        assertThat(java.security.Security.getProvider("one")).isNull();
    }

    @Test
    void givesOutNoSignatureThatTheCertificateDoesNotVerify() throws Exception {
        ring.addEc(EC, "secp256r1");
        Signature signer = Signature.getInstance("SHA256withECDSA", provider);
        signer.initSign(provider.key(EC));
        signer.update((byte) 1);
        assertThatThrownBy(signer::sign)
                .isInstanceOf(SignatureException.class)
                .hasMessageContaining("does not fit its certificate");
        ring.addRsa(RSA, 2048);
        for (String algorithm : List.of("SHA256withRSA", "SHA256withRSAandMGF1")) {
            Signature other = Signature.getInstance(algorithm, provider);
            other.initSign(provider.key(RSA));
            other.update((byte) 1);
            assertThatThrownBy(other::sign).hasMessageContaining("does not fit its certificate");
        }
    }

    @Test
    void refusesAnRsaKeyUnder2048Bits() {
        CertifiedKey weak = pki.issue(Profile.signer("khóa ngắn").weak()).under("weak");
        assertThatThrownBy(() -> provider("weak", weak))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shorter than 2048");
    }

    @Test
    void showsItsKeysAsAKeyStoreThatCannotBeChanged() throws Exception {
        KeyStore store = provider.keyStore();
        assertThat(Collections.list(store.aliases())).containsExactly("rsa", "ec");
        assertThat(store.getKey("rsa", null)).isSameAs(provider.key(RSA));
        assertThat(store.getKey("stranger", null)).isNull();
        assertThat(store.getCertificateChain("ec"))
                .containsExactly(ec.chain().toArray(java.security.cert.Certificate[]::new));
        assertThat(store.getCertificateAlias(rsa.certificate())).isEqualTo("rsa");
        assertThat(store.isKeyEntry("rsa")).isTrue();
        assertThat(store.isCertificateEntry("rsa")).isFalse();
        assertThat(store.size()).isEqualTo(2);
        assertThatThrownBy(() -> store.deleteEntry("rsa")).isInstanceOf(KeyStoreException.class);
        assertThatThrownBy(() -> store.setCertificateEntry("x", rsa.certificate()))
                .isInstanceOf(KeyStoreException.class);
        assertThatThrownBy(() -> store.store(new ByteArrayOutputStream(), new char[0]))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private TokenProvider provider(String name, CertifiedKey... keys) {
        return new TokenProvider(name, new SoftKeyToken(ring), List.of(keys));
    }

    private CertifiedKey certified(KeyAlias alias, PublicKey key, SignatureScheme scheme) {
        return new CertifiedKey(alias, scheme, pki.certify(key, Profile.signer(alias.value())));
    }
}
