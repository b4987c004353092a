package vn.lienthong.hsm.usb;

import vn.lienthong.signer.token.Pin;

/** Where a PIN comes from: each signature asks anew, so none is made that the official did not want. */
@FunctionalInterface
interface PinPrompt {

    /**
     * The PIN, which the caller closes.
     *
     * @param purpose what the official is told that it is for
     * @throws UsbFault {@code person-refused} if the official gives none
     */
    Pin ask(String purpose) throws UsbFault;
}
