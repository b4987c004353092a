package vn.lienthong.signer.token.cryptoki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.KeyLocator;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.SigningToken;
import vn.lienthong.signer.token.TokenFault;
import vn.lienthong.signer.token.Verification;

class CryptokiSessionIT {
    private static final String TOKEN = "cryptoki-session";
    private static final byte[] MESSAGE = "Cộng hòa xã hội chủ nghĩa Việt Nam".getBytes(StandardCharsets.UTF_8);
    private static CryptokiSession session;
    private static KeyPairs keys;

    @BeforeAll
    static void makeToken() throws TokenFault {
        SoftHsm hsm = SoftHsm.instance();
        Slot slot = hsm.createToken(TOKEN);
        session = hsm.module().openSession(slot.id(), SessionAccess.READ_WRITE);
        try (Pin pin = SoftHsm.pin()) {
            session.login(TokenUser.USER, pin);
        }
        keys = new KeyPairs(session);
    }

    @AfterAll
    static void close() {
        session.close();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA_2048, RSA_PKCS1_SHA256",
        "RSA_2048, RSA_PSS_SHA256",
        "RSA_3072, RSA_PKCS1_SHA384",
        "RSA_3072, RSA_PSS_SHA384",
        "RSA_4096, RSA_PKCS1_SHA512",
        "RSA_4096, RSA_PSS_SHA512",
        "EC_P256, ECDSA_SHA256",
        "EC_P384, ECDSA_SHA384",
        "EC_P521, ECDSA_SHA512",
        "RSA_2048, RSA_PKCS1_SHA3_256",
        "RSA_3072, RSA_PKCS1_SHA3_512",
        "EC_P256, ECDSA_SHA3_256",
        "EC_P384, ECDSA_SHA3_384",
        "ED25519, ED25519"
    })
    void signsWhatTheJdkVerifies(KeyPairSpec spec, SignatureScheme scheme) throws Exception {
        String label = "k-" + scheme;
        Bytes id = Bytes.of(label.getBytes(StandardCharsets.UTF_8));
        PublicKey publicKey = keys.generate(spec, id, label).publicKey();
        long handle = session.find(ObjectClass.CKO_PRIVATE_KEY, KeyLocator.of(id, label))[0];

        Bytes signature = new DigestSigner(session).sign(handle, scheme, input(scheme));

        assertThat(Verification.holds(publicKey, scheme, MESSAGE, signature)).isTrue();
        assertThat(keys.find(KeyLocator.ofId(id)))
                .singleElement()
                .extracting(TokenKey::publicKey)
                .isEqualTo(publicKey);
    }

    private static Bytes input(SignatureScheme scheme) {
        return scheme.isOverMessage()
                ? Bytes.of(MESSAGE)
                : scheme.digest().digest(MESSAGE).value();
    }

    @Test
    void refusesAMessageThatIsTooLong() throws Exception {
        Bytes id = Bytes.of(new byte[] {9, 9});
        keys.generate(KeyPairSpec.ED25519, id, "long");
        long handle = session.find(ObjectClass.CKO_PRIVATE_KEY, KeyLocator.ofId(id))[0];
        Bytes longest = Bytes.of(new byte[SigningToken.LONGEST_MESSAGE]);
        assertThat(new DigestSigner(session)
                        .sign(handle, SignatureScheme.ED25519, longest)
                        .length())
                .isEqualTo(64);
        Bytes longer = Bytes.of(new byte[SigningToken.LONGEST_MESSAGE + 1]);
        assertThatExceptionOfType(TokenFault.class)
                .isThrownBy(() -> new DigestSigner(session).sign(handle, SignatureScheme.ED25519, longer))
                .satisfies(f -> assertThat(f.code()).isEqualTo("MESSAGE_TOO_LONG"));
    }

    @Test
    void refusesAWrongPinWithItsOwnName() throws Exception {
        SoftHsm hsm = SoftHsm.instance();
        Slot slot = hsm.createToken("wrong-pin");
        try (CryptokiSession other = hsm.module().openSession(slot.id(), SessionAccess.READ_ONLY);
                Pin wrong = new Pin("000000".toCharArray())) {
            assertThatExceptionOfType(TokenFault.class)
                    .isThrownBy(() -> other.login(TokenUser.USER, wrong))
                    .satisfies(f -> assertThat(f.code()).isEqualTo("CKR_PIN_INCORRECT"))
                    .satisfies(f -> assertThat(f.kind()).isEqualTo(FaultKind.PIN_REFUSED));
        }
    }

    @Test
    void takesALoginThatIsThereAlready() throws Exception {
        try (Pin pin = SoftHsm.pin()) {
            session.login(TokenUser.USER, pin);
        }
        assertThat(session.info().userLoggedIn()).isTrue();
    }

    @Test
    void tellsModuleSlotAndMechanisms() throws Exception {
        CryptokiModule module = SoftHsm.instance().module();
        assertThat(module.info().manufacturer()).isEqualTo("SoftHSM");
        assertThat(module.info().cryptokiVersion()).isEqualTo("2.40");
        Slot slot = module.slotOf(TOKEN).orElseThrow();
        assertThat(slot.token().userPinInitialised()).isTrue();
        assertThat(module.mechanisms(slot.id())).contains(Mechanism.CKM_RSA_PKCS_PSS.value());
        assertThat(module.mechanism(slot.id(), Mechanism.CKM_RSA_PKCS).signs()).isTrue();
    }

    @Test
    void refusesASecondTokenOfTheSameLabel() {
        assertThatExceptionOfType(TokenFault.class)
                .isThrownBy(() -> SoftHsm.instance().createToken(TOKEN))
                .satisfies(f -> assertThat(f.code()).isEqualTo("TOKEN_EXISTS"));
    }

    @Test
    void forgetsWhatIsDestroyed() throws Exception {
        Bytes id = Bytes.ofHex("0badcafe");
        keys.generate(KeyPairSpec.EC_P256, id, "short-lived");
        assertThat(keys.destroy(KeyLocator.ofId(id))).isEqualTo(2);
        assertThat(keys.find(KeyLocator.ofId(id))).isEqualTo(List.of());
    }
}
