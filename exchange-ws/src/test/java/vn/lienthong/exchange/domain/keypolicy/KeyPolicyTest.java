package vn.lienthong.exchange.domain.keypolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPolicyTest {
    /** A Friday, 08:00 in Vietnam. */
    private static final Instant FRIDAY_MORNING = Instant.parse("2026-11-20T01:00:00Z");

    private static final DocumentKind LETTER = new DocumentKind("CV");
    private static final DocumentKind DECISION = new DocumentKind("QĐ");
    private static final SigningHours OFFICE =
            new SigningHours(DayOfWeek.FRIDAY, LocalTime.of(7, 30), LocalTime.of(17, 30));

    @Test
    void anOpenPolicyRefusesNothing() {
        for (SignatureUse use : SignatureUse.values()) {
            assertThat(KeyPolicy.open("k").refusal(use, null, FRIDAY_MORNING)).isEmpty();
        }
    }

    @Test
    void refusesByStateFormatKindAndHour() {
        KeyPolicy policy = policy(true, Set.of(SignatureUse.PADES), Set.of(LETTER), List.of(OFFICE), UsageLimits.NONE);

        assertThat(policy.refusal(SignatureUse.PADES, LETTER, FRIDAY_MORNING)).isEmpty();
        assertThat(policy.refusal(SignatureUse.DIGESTS, LETTER, FRIDAY_MORNING))
                .contains(PolicyRefusal.FORMAT_NOT_ALLOWED);
        assertThat(policy.refusal(SignatureUse.PADES, DECISION, FRIDAY_MORNING))
                .contains(PolicyRefusal.KIND_NOT_ALLOWED);
        assertThat(policy.refusal(SignatureUse.PADES, null, FRIDAY_MORNING)).contains(PolicyRefusal.KIND_NOT_ALLOWED);
        assertThat(policy.refusal(SignatureUse.PADES, LETTER, FRIDAY_MORNING.minusSeconds(1801)))
                .contains(PolicyRefusal.OUTSIDE_HOURS);
        assertThat(disabled(policy).refusal(SignatureUse.PADES, LETTER, FRIDAY_MORNING))
                .contains(PolicyRefusal.KEY_DISABLED);
    }

    @Test
    void takingAwayNeedsNoSecondPersonAndGivingDoes() {
        KeyPolicy narrow =
                policy(true, Set.of(SignatureUse.PADES), Set.of(LETTER), List.of(OFFICE), new UsageLimits(10L, 100L));
        KeyPolicy open = KeyPolicy.open("k");

        assertThat(narrow.allowsMoreThan(open)).isFalse();
        assertThat(open.allowsMoreThan(narrow)).isTrue();
        assertThat(narrow.allowsMoreThan(narrow)).isFalse();
        assertThat(disabled(open).allowsMoreThan(narrow)).isFalse();
        assertThat(narrow.allowsMoreThan(disabled(narrow))).isTrue();
    }

    @Test
    void eachSingleGiftNeedsASecondPerson() {
        KeyPolicy narrow =
                policy(true, Set.of(SignatureUse.PADES), Set.of(LETTER), List.of(OFFICE), new UsageLimits(10L, 100L));
        SigningHours evening = new SigningHours(DayOfWeek.FRIDAY, LocalTime.of(7, 30), LocalTime.of(17, 31));

        assertThat(List.of(
                        policy(
                                true,
                                Set.of(SignatureUse.PADES, SignatureUse.ASIC),
                                Set.of(LETTER),
                                List.of(OFFICE),
                                narrow.limits()),
                        policy(
                                true,
                                Set.of(SignatureUse.PADES),
                                Set.of(LETTER, DECISION),
                                List.of(OFFICE),
                                narrow.limits()),
                        policy(true, Set.of(SignatureUse.PADES), Set.of(), List.of(OFFICE), narrow.limits()),
                        policy(true, Set.of(SignatureUse.PADES), Set.of(LETTER), List.of(evening), narrow.limits()),
                        policy(true, Set.of(SignatureUse.PADES), Set.of(LETTER), List.of(), narrow.limits()),
                        policy(
                                true,
                                Set.of(SignatureUse.PADES),
                                Set.of(LETTER),
                                List.of(OFFICE),
                                new UsageLimits(11L, 100L)),
                        policy(
                                true,
                                Set.of(SignatureUse.PADES),
                                Set.of(LETTER),
                                List.of(OFFICE),
                                new UsageLimits(10L, null))))
                .allMatch(gift -> gift.allowsMoreThan(narrow));
    }

    /** What allows no more can be used at no moment at which the other cannot. */
    @Property
    void hoursThatAllowNoMoreContainNoOtherMinute(
            @ForAll @IntRange(max = 1439) int oldFrom,
            @ForAll @IntRange(min = 1, max = 1440) int oldUntil,
            @ForAll @IntRange(max = 1439) int newFrom,
            @ForAll @IntRange(min = 1, max = 1440) int newUntil,
            @ForAll @IntRange(max = 1439) int minute) {
        if (oldFrom >= oldUntil || newFrom >= newUntil) {
            return;
        }
        KeyPolicy before = withHours(hours(oldFrom, oldUntil));
        KeyPolicy after = withHours(hours(newFrom, newUntil));
        Instant at = FRIDAY_MORNING.minusSeconds(8 * 3600).plusSeconds(60L * minute);

        if (!after.allowsMoreThan(before)
                && after.refusal(SignatureUse.PADES, null, at).isEmpty()) {
            assertThat(before.refusal(SignatureUse.PADES, null, at)).isEmpty();
        }
    }

    @Property
    void hoursAreReadAsTheyAreWritten(
            @ForAll @IntRange(max = 1439) int from, @ForAll @IntRange(min = 1, max = 1440) int until) {
        if (from < until) {
            assertThat(SigningHours.parse(hours(from, until).toString())).contains(hours(from, until));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MONDAY",
                "MONDAY 08:00",
                "MONDAY 17:00-08:00",
                "monday 08:00-17:00",
                "MONDAY 8:00-9:00-10:00"
            })
    void otherTextsAreNoHours(String text) {
        assertThat(SigningHours.parse(text)).isEmpty();
    }

    @Test
    void refusesNegativeLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new UsageLimits(-1L, null));
    }

    private static SigningHours hours(int from, int until) {
        return new SigningHours(
                DayOfWeek.FRIDAY, LocalTime.MIDNIGHT.plusMinutes(from), LocalTime.MIDNIGHT.plusMinutes(until));
    }

    private static KeyPolicy withHours(SigningHours hours) {
        return policy(true, Set.of(SignatureUse.PADES), Set.of(), List.of(hours), UsageLimits.NONE);
    }

    private static KeyPolicy disabled(KeyPolicy policy) {
        return new KeyPolicy(policy.keyAlias(), false, policy.uses(), policy.kinds(), policy.hours(), policy.limits());
    }

    private static KeyPolicy policy(
            boolean enabled,
            Set<SignatureUse> uses,
            Set<DocumentKind> kinds,
            List<SigningHours> hours,
            UsageLimits limits) {
        return new KeyPolicy("k", enabled, new TreeSet<>(uses), new TreeSet<>(kinds), hours, limits);
    }
}
