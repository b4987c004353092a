package vn.lienthong.exchange.boundary.rest.keypolicy;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.boundary.rest.http.Parameters;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;

/** What a key may be used for, as an operator writes it. */
@Schema(name = "KeyPolicy")
record PolicyBody(
        @Schema(required = true) @Nullable Boolean enabled,

        @Schema(
                required = true,
                description =
                        "What its signatures become a part of: DIGESTS, PADES, XADES, CADES, JADES, ASIC; or REMOTE, "
                                + "digests that the official authorises with PIN and one-time password")
        @Nullable List<String> uses,

        @Schema(description = "Abbreviations by Decree 30/2020, Annex III; all kinds if left out", nullable = true)
        @Nullable List<String> documentKinds,

        @Schema(
                description = "Times of the week in Vietnam, such as `MONDAY 07:30-17:30`; always if left out",
                nullable = true)
        @Nullable List<String> hours,

        @Schema(description = "The most signatures of a day; no limit if left out", minimum = "0", nullable = true)
        @Nullable Long perDay,

        @Schema(description = "The most signatures ever; no limit if left out", minimum = "0", nullable = true)
        @Nullable Long inAll,

        @Schema(
                description = "The `version` that this is to take the place of; left out for a first policy",
                nullable = true)
        @Nullable String basedOn) {

    static PolicyBody of(KeyPolicy policy, @Nullable UUID basedOn) {
        return new PolicyBody(
                policy.enabled(),
                policy.uses().stream().map(SignatureUse::name).collect(Collectors.toList()),
                policy.kinds().stream().map(DocumentKind::abbreviation).collect(Collectors.toList()),
                policy.hours().stream().map(SigningHours::toString).collect(Collectors.toList()),
                policy.limits().perDay(),
                policy.limits().inAll(),
                basedOn == null ? null : basedOn.toString());
    }

    KeyPolicy policy(String keyAlias) {
        TreeSet<SignatureUse> asked = new TreeSet<>();
        Parameters.required("uses", uses).forEach(use -> asked.add(use(use)));
        TreeSet<DocumentKind> kinds = new TreeSet<>();
        orNone(documentKinds).forEach(kind -> kinds.add(kind(kind)));
        List<SigningHours> windows =
                orNone(hours).stream().map(PolicyBody::window).toList();
        try {
            return new KeyPolicy(
                    keyAlias,
                    Parameters.required("enabled", enabled),
                    asked,
                    kinds,
                    windows,
                    new UsageLimits(perDay, inAll));
        } catch (IllegalArgumentException beyondLimits) {
            throw Parameters.invalid("perDay, inAll, documentKinds, hours");
        }
    }

    private static SignatureUse use(@Nullable String text) {
        for (SignatureUse use : SignatureUse.values()) {
            if (use.name().equals(text)) {
                return use;
            }
        }
        throw Parameters.invalid("uses");
    }

    private static DocumentKind kind(@Nullable String text) {
        if (text == null || !DocumentKind.isWellFormed(text)) {
            throw Parameters.invalid("documentKinds");
        }
        return new DocumentKind(text);
    }

    private static SigningHours window(@Nullable String text) {
        return SigningHours.parse(text == null ? "" : text).orElseThrow(() -> Parameters.invalid("hours"));
    }

    private static List<String> orNone(@Nullable List<String> list) {
        return Objects.requireNonNullElse(list, List.<@Nullable String>of());
    }
}
