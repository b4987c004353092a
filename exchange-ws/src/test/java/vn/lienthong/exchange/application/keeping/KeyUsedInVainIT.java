package vn.lienthong.exchange.application.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lienthong.exchange.domain.audit.Deed;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;
import vn.lienthong.exchange.domain.keeping.BaselineLevel;
import vn.lienthong.exchange.domain.keeping.KeptSignature;
import vn.lienthong.exchange.domain.keeping.KeptState;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;

/** The device's log and ours say the same: a key signs once where one signature is made, and what nobody gets is on the record. */
class KeyUsedInVainIT {
    @TempDir
    Path folder;

    private KeepingFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new KeepingFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** At LTA the lists are missed first and then, in all forms that are stamped as they are made, the authority. */
    @ParameterizedTest
    @EnumSource(
            value = SignatureForm.class,
            names = {"JADES_COMPACT", "PADES"},
            mode = EnumSource.Mode.EXCLUDE)
    void aLowerLevelIsTheSameSignatureWithoutItsTimestamp(SignatureForm form) throws Exception {
        fixture.authorityAway();
        KeptSignature made = fixture.sign(form, SignatureLevel.BASELINE_LTA);
        assertThat(made.current().level()).isEqualTo(BaselineLevel.B);
        assertThat(fixture.deviceSignatures()).isEqualTo(1);
        assertThat(fixture.charged()).isEqualTo(1);

        fixture.authorityBack();
        assertThat(fixture.after(Duration.ofHours(2), made).state()).isEqualTo(KeptState.COMPLETE);
        assertThat(fixture.deviceSignatures()).isEqualTo(1);
        assertThat(fixture.entries(Deed.KEY_USED_IN_VAIN)).isEmpty();
    }

    /** A PDF leaves room for what its level needs, and signs how much: at another level it signs other octets. */
    @Test
    void aPdfIsSignedAgainAndTheFirstSignatureIsOnTheRecord() throws Exception {
        fixture.authorityAway();
        KeptSignature made = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_T);
        assertThat(made.current().level()).isEqualTo(BaselineLevel.B);
        assertThat(fixture.deviceSignatures()).isEqualTo(2);
        assertThat(fixture.charged()).isEqualTo(1);
        assertThat(fixture.entries(Deed.KEY_USED_IN_VAIN))
                .singleElement()
                .satisfies(body -> assertThat(body).contains("\"count\":\"1\""));
    }

    @Test
    void listsThatAreMissingCostNoSecondSignature() throws Exception {
        fixture.listsAway();
        KeptSignature made = fixture.sign(SignatureForm.PADES, SignatureLevel.BASELINE_LT);
        assertThat(made.current().level()).isEqualTo(BaselineLevel.T);
        assertThat(fixture.deviceSignatures()).isEqualTo(1);
    }

    @Test
    void aSignatureThatNobodyGetsIsOnTheRecordAndNotCharged() throws Exception {
        fixture.authorityAway();
        assertThatThrownBy(() -> fixture.handOut(SignatureForm.PADES, SignatureLevel.BASELINE_T))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.TSA_UNAVAILABLE));
        assertThat(fixture.deviceSignatures()).isEqualTo(1);
        assertThat(fixture.charged()).isZero();
        assertThat(fixture.entries(Deed.KEY_USED_IN_VAIN))
                .singleElement()
                .satisfies(body -> assertThat(body)
                        .contains("\"count\":\"1\"")
                        .contains("\"reason\":\"tsa-unavailable\"")
                        .contains("\"use\":\"PADES\""));
    }

    @Test
    void whatIsHandedOutIsNoUseInVain() throws Exception {
        fixture.handOut(SignatureForm.CADES_DETACHED, SignatureLevel.BASELINE_T);
        assertThat(fixture.deviceSignatures()).isEqualTo(1);
        assertThat(fixture.charged()).isEqualTo(1);
        assertThat(fixture.entries(Deed.KEY_USED_IN_VAIN)).isEmpty();
    }
}
