package vn.lienthong.exchange.boundary.rest.transparency;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.lienthong.signer.evidence.merkle.InclusionProof;
import vn.lienthong.signer.evidence.merkle.Sha256Hash;

/** Where a leaf stands in a tree. */
@Schema(name = "LogProof")
record LogProofView(
        @Schema(required = true, description = "From 0") long leafIndex,

        @Schema(required = true) long treeSize,

        @Schema(required = true, description = "RFC 9162 §2.1.3.1: sibling hashes in hexadecimal, the leaf's own first")
        List<String> path) {

    static LogProofView of(InclusionProof proof) {
        return new LogProofView(proof.leafIndex(), proof.treeSize(), hex(proof.path()));
    }

    static List<String> hex(List<Sha256Hash> hashes) {
        return hashes.stream().map(Sha256Hash::hex).toList();
    }
}
