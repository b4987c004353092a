package vn.lienthong.signer.validate.xml;

/**
 * One fault of an XML signature.
 *
 * @param detail a name, address or Id from the document; may be empty
 */
public record XmlFinding(XmlFault fault, String detail) {
    private static final int MAX_DETAIL = 200;

    public XmlFinding {
        detail = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) : detail;
    }
}
