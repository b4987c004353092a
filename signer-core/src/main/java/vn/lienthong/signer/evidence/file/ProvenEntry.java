package vn.lienthong.signer.evidence.file;

import vn.lienthong.signer.evidence.ChainedEntry;
import vn.lienthong.signer.evidence.merkle.InclusionProof;

/**
 * An entry with its way to the root of a batch's tree.
 *
 * @param batch the batch whose head holds that root
 */
public record ProvenEntry(ChainedEntry entry, long batch, InclusionProof proof) {}
