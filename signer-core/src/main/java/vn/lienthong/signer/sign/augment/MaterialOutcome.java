package vn.lienthong.signer.sign.augment;

import vn.lienthong.signer.sign.SignDocumentOutcome.Refused;

/** How the collecting of validation material ended. */
public sealed interface MaterialOutcome {
    /** The material is complete. */
    record Collected(ValidationMaterial material) implements MaterialOutcome {}

    /** Some of it is missing, or says that a signature is not good. */
    record NotCollected(Refused why) implements MaterialOutcome {}
}
