package vn.lienthong.hsm.usb;

import java.io.Serial;

/** What keeps the official from signing: a stable code, and a sentence in each language. */
public final class UsbFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final String vietnamese;

    UsbFault(String code, String vietnamese, String english) {
        super(english);
        this.code = code;
        this.vietnamese = vietnamese;
    }

    /** As the bridge answers it. */
    public String code() {
        return code;
    }

    /** The sentence in Vietnamese; the message is the one in English. */
    public String vietnamese() {
        return vietnamese;
    }
}
