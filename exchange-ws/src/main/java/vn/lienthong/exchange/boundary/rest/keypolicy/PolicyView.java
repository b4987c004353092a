package vn.lienthong.exchange.boundary.rest.keypolicy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.application.keypolicy.ChangeKeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.KeyUsage;
import vn.lienthong.exchange.domain.keypolicy.PolicyVersion;

/** A policy as an operator reads it. */
@Schema(name = "KeyPolicyVersion")
record PolicyView(
        @Schema(required = true) String version,
        @Schema(required = true) String key,

        @Schema(
                required = true,
                description = "`proposed` waits for a second person",
                enumeration = {"proposed", "effective", "superseded", "rejected"})
        String state,

        @Schema(required = true) PolicyBody policy,
        @Schema(required = true) String proposedBy,
        @Schema(required = true) Instant proposedAt,
        @Schema(nullable = true) @Nullable String decidedBy,
        @Schema(nullable = true) @Nullable Instant decidedAt) {

    static PolicyView of(PolicyVersion version) {
        return new PolicyView(
                version.id().toString(),
                version.policy().keyAlias(),
                version.state().name().toLowerCase(Locale.ROOT),
                PolicyBody.of(version.policy(), version.basedOn()),
                version.proposedBy(),
                version.proposedAt(),
                version.decidedBy(),
                version.decidedAt());
    }

    /** A key as it stands: its policy, and how often it was used. */
    @Schema(name = "KeyState")
    record Current(
            @Schema(description = "Missing while nobody has decided about the key: it does not sign", nullable = true)
            @Nullable PolicyView policy,

            @Schema(required = true, description = "Signatures of this day in Vietnam")
            long usedToday,

            @Schema(required = true, description = "Signatures ever")
            long usedInAll,

            @Schema(required = true, description = "Uses that nodes hold in reserve; they count towards the limits")
            long setAside) {

        static Current of(ChangeKeyPolicy.Current current) {
            KeyUsage usage = current.usage();
            return new Current(
                    current.policy().map(PolicyView::of).orElse(null), usage.today(), usage.inAll(), usage.setAside());
        }
    }

    /** Changes that wait for a second person. */
    @Schema(name = "KeyPolicyProposals")
    record Proposals(
            @Schema(required = true, description = "Oldest first")
            List<PolicyView> items) {
        static Proposals of(List<PolicyVersion> versions) {
            return new Proposals(versions.stream().map(PolicyView::of).toList());
        }
    }
}
