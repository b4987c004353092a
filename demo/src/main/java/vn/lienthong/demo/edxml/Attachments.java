package vn.lienthong.demo.edxml;

import java.util.Base64;
import java.util.List;
import org.w3c.dom.Element;
import vn.lienthong.demo.story.DemoFailure;
import vn.lienthong.demo.xml.Xml;

/** Takes files out of an edXML message, as a recipient's system does. */
public final class Attachments {
    private Attachments() {}

    /** The octets of the one attachment. */
    public static byte[] only(byte[] edxml) {
        List<Element> attachments = Xml.all(Xml.parse(edxml).getDocumentElement(), "Attachment");
        if (attachments.size() != 1) {
            throw new DemoFailure(
                    "gói tin không có đúng một tệp đính kèm", "the message has not exactly one attachment");
        }
        return Base64.getMimeDecoder().decode(Xml.text(attachments.getFirst(), "ContentTransferEncoded"));
    }
}
