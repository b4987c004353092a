package vn.lienthong.exchange.boundary.rest.keypolicy;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.keypolicy.GrantProposal;

/** A grant of a key, and who decided about it, as an operator reads it. */
@Schema(name = "KeyGrant")
record GrantView(
        @Schema(required = true) String key,

        @Schema(required = true, description = "The system or person")
        String account,

        @Schema(
                required = true,
                description = "`proposed` waits for a second person",
                enumeration = {"proposed", "granted", "rejected"})
        String state,

        @Schema(description = "Of the proposal; missing for a grant that holds since before", nullable = true) @Nullable String id,

        @Schema(nullable = true) @Nullable String proposedBy,
        @Schema(nullable = true) @Nullable Instant proposedAt,
        @Schema(nullable = true) @Nullable String decidedBy,
        @Schema(nullable = true) @Nullable Instant decidedAt) {

    static GrantView of(GrantProposal proposal) {
        return new GrantView(
                proposal.keyAlias(),
                proposal.grantee(),
                proposal.state().name().toLowerCase(Locale.ROOT),
                proposal.id().toString(),
                proposal.proposedBy(),
                proposal.proposedAt(),
                proposal.decidedBy(),
                proposal.decidedAt());
    }

    static GrantView holds(String keyAlias, String account) {
        return new GrantView(keyAlias, account, "granted", null, null, null, null, null);
    }

    /** Who may sign with a key. */
    @Schema(name = "KeyHolders")
    record Holders(
            @Schema(required = true, description = "Names of systems and people")
            List<String> accounts) {}

    /** Grants that wait for a second person. */
    @Schema(name = "KeyGrantProposals")
    record Proposals(
            @Schema(required = true, description = "Oldest first")
            List<GrantView> items) {
        static Proposals of(List<GrantProposal> proposals) {
            return new Proposals(proposals.stream().map(GrantView::of).toList());
        }
    }
}
