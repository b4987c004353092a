package vn.lienthong.signer.sign.pades;

import vn.lienthong.signer.seal.AppearanceFault;
import vn.lienthong.signer.sign.SignRefusal;

/** A fault of the appearance as the reason why a document is not signed. */
final class AppearanceRefusals {
    private AppearanceRefusals() {}

    static SignRefusal of(AppearanceFault fault) {
        return switch (fault) {
            case IMAGE_MALFORMED -> SignRefusal.IMAGE_MALFORMED;
            case IMAGE_TOO_LARGE -> SignRefusal.IMAGE_TOO_LARGE;
            case PLACEMENT_OFF_PAGE -> SignRefusal.PLACEMENT_OFF_PAGE;
            case PLACEMENT_NOT_FOUND -> SignRefusal.PLACEMENT_NOT_FOUND;
            case TEXT_NOT_SHOWABLE -> SignRefusal.TEXT_NOT_SHOWABLE;
        };
    }
}
