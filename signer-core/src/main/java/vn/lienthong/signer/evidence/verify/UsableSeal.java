package vn.lienthong.signer.evidence.verify;

import vn.lienthong.signer.evidence.SealedHead;

/** Whether a seal will be of use, asked by the sealer before it is too late to make another. */
public final class UsableSeal {
    private UsableSeal() {}

    /** Whether seal and timestamp pass the checks of form and signature, whatever anchors a verifier may have. */
    public static boolean is(SealedHead sealed) {
        return SealCheck.signer(sealed.head(), sealed.seal()).isPresent()
                && TimestampCheck.stamped(sealed.seal(), sealed.timestamp()).isPresent();
    }
}
