package vn.lienthong.signer.validate;

import static vn.lienthong.signer.validate.FindingCode.COMMENT_IN_TEXT;
import static vn.lienthong.signer.validate.FindingCode.KEY_INFO_NOT_ALLOWED;
import static vn.lienthong.signer.validate.FindingCode.OBJECT_NOT_SIGNED;
import static vn.lienthong.signer.validate.FindingCode.PART_NOT_SIGNED;
import static vn.lienthong.signer.validate.FindingCode.PROPERTIES_NOT_SIGNED;
import static vn.lienthong.signer.validate.FindingCode.REFERENCE_AMBIGUOUS;
import static vn.lienthong.signer.validate.FindingCode.REFERENCE_NOT_ALLOWED;
import static vn.lienthong.signer.validate.FindingCode.SIGNATURE_METHOD_NOT_ALLOWED;
import static vn.lienthong.signer.validate.FindingCode.SIGNATURE_STRUCTURE_WRONG;
import static vn.lienthong.signer.validate.FindingCode.TRANSFORM_NOT_ALLOWED;
import static vn.lienthong.signer.validate.FindingCode.UNSIGNED_PROPERTY_UNKNOWN;

import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.spec.XPathType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signed XML that was wrapped, widened, thinned out or signed in a way that lets it be, each named by its fault. */
final class XmlAttacks {
    static final String LETTER =
            "<congVan Id=\"cv\"><so>12/UBND-VP</so><noiDung>Chi 100 triệu</noiDung><ghiChu>không</ghiChu></congVan>";
    private static final String EVIL = "<so>12/UBND-VP</so><noiDung>Chi 900 triệu</noiDung>";
    private static final String NO_SIGNATURE = "not(ancestor-or-self::ds:Signature)";
    private static final Map<String, String> DS = Map.of("ds", XadesForge.DSIG);

    private final DssSigner signer;
    private final Attack.Corpus corpus = new Attack.Corpus();

    private XmlAttacks(DssSigner signer) {
        this.signer = signer;
    }

    static Map<String, Attack> by(DssSigner signer) {
        XmlAttacks attacks = new XmlAttacks(signer);
        attacks.wrapping();
        attacks.objects();
        attacks.references();
        attacks.transforms();
        attacks.unsignedRemarks();
        attacks.structure();
        attacks.keys();
        return attacks.corpus.attacks();
    }

    private XadesForge forge() {
        return new XadesForge(signer.official, signer.now);
    }

    private Document byId() {
        XadesForge forge = forge();
        return forge.enveloped(LETTER, forge.reference("#cv", forge.enveloped(), forge.exclusive()));
    }

    private Document whole() {
        XadesForge forge = forge();
        return forge.enveloped(LETTER, forge.reference("", forge.enveloped(), forge.exclusive()));
    }

    private Document bare() {
        XadesForge forge = forge();
        return forge.enveloped(LETTER, forge.reference("", forge.xpath(NO_SIGNATURE, DS), forge.exclusive()));
    }

    private Document enveloping() {
        XadesForge forge = forge();
        return forge.enveloping(LETTER, forge.reference("#o", forge.exclusive()));
    }

    /** A root of that shape around the signed letter and its signature: {@code S} stands for the one, {@code L} for both. */
    private static Document wrapped(Document signed, String shape) {
        Document attack = XadesForge.parse(shape);
        Element letter = (Element) attack.importNode(signed.getDocumentElement(), true);
        Element signature = (Element)
                letter.getElementsByTagNameNS(XadesForge.DSIG, "Signature").item(0);
        Element forLetter = (Element) attack.getElementsByTagName("L").item(0);
        Element forSignature = (Element) attack.getElementsByTagName("S").item(0);
        if (forSignature != null) {
            letter.removeChild(signature);
            forSignature.getParentNode().replaceChild(signature, forSignature);
        }
        forLetter.getParentNode().replaceChild(letter, forLetter);
        return attack;
    }

    private void wrapping() {
        String[] ids = {"Id='gia'", "Id='cv'", "ID='cv'", "id='cv'", "xml:id='cv'"};
        for (String id : ids) {
            boolean same = id.endsWith("'cv'");
            FindingCode expected = same ? REFERENCE_AMBIGUOUS : PART_NOT_SIGNED;
            String name = id.replace("='", "-").replace("'", "").replace(':', '-');
            corpus.add(
                    "wrapped-under-root-" + name,
                    wrapped(byId(), "<congVan " + id + ">" + EVIL + "<boc><L/></boc></congVan>"),
                    expected);
            corpus.add(
                    "wrapped-signature-moved-" + name,
                    wrapped(byId(), "<congVan " + id + ">" + EVIL + "<S/><boc><L/></boc></congVan>"),
                    expected);
            corpus.add(
                    "wrapped-beside-" + name,
                    wrapped(byId(), "<goi><congVan " + id + ">" + EVIL + "</congVan><L/></goi>"),
                    expected);
            corpus.add(
                    "wrapped-behind-" + name,
                    wrapped(byId(), "<goi><L/><congVan " + id + ">" + EVIL + "</congVan></goi>"),
                    expected);
        }
        corpus.add("wrapped-in-root-of-its-own", wrapped(byId(), "<tuChoi><L/></tuChoi>"), PART_NOT_SIGNED);
        corpus.add(
                "wrapped-in-root-like-that-of-dss",
                wrapped(byId(), "<internally-detached><L/><x/></internally-detached>"),
                PART_NOT_SIGNED);
        corpus.add(
                "wrapped-in-root-like-that-of-dss-with-text",
                wrapped(byId(), "<internally-detached>Chi 900<L/></internally-detached>"),
                PART_NOT_SIGNED);
        corpus.add("wrapped-in-signature-object", inObject(byId(), "<congVan>" + EVIL + "</congVan>"), PART_NOT_SIGNED);
        corpus.add("whole-document-wrapped", wrapped(whole(), "<goi>" + EVIL + "<L/></goi>"));
        corpus.add("whole-document-added-to", edit(whole(), "ghiChu", "<x/>"));
        Document renamed = byId();
        renamed.renameNode(renamed.getDocumentElement(), null, "quyetDinh");
        corpus.add("root-renamed", renamed);
    }

    /** The letter goes into an Object of its own signature; the evil one stands in its place. */
    private static Document inObject(Document signed, String evil) {
        Document attack = XadesForge.parse(evil);
        Element letter = (Element) attack.importNode(signed.getDocumentElement(), true);
        Element signature = (Element)
                letter.getElementsByTagNameNS(XadesForge.DSIG, "Signature").item(0);
        letter.removeChild(signature);
        Element object = attack.createElementNS(XadesForge.DSIG, "ds:Object");
        object.appendChild(letter);
        signature.appendChild(object);
        attack.getDocumentElement().appendChild(signature);
        return attack;
    }

    private static Document edit(Document signed, String element, String xml) {
        Element at = (Element) signed.getElementsByTagName(element).item(0);
        at.appendChild(signed.importNode(XadesForge.parse(xml).getDocumentElement(), true));
        return signed;
    }

    private void objects() {
        corpus.add(
                "enveloping-with-second-object",
                withObject(enveloping(), "<congVan>" + EVIL + "</congVan>", ""),
                OBJECT_NOT_SIGNED);
        corpus.add(
                "enveloping-with-second-object-of-same-id",
                withObject(enveloping(), "<congVan>" + EVIL + "</congVan>", "o"),
                REFERENCE_AMBIGUOUS);
        corpus.add(
                "enveloped-with-unsigned-object",
                withObject(whole(), "<congVan>" + EVIL + "</congVan>", ""),
                OBJECT_NOT_SIGNED);
        corpus.add(
                "enveloping-in-root-with-content",
                wrappedWhole(enveloping(), "<congVan>" + EVIL + "<L/></congVan>"),
                PART_NOT_SIGNED);
        XadesForge forge = forge();
        String base64 = "Q2hpIDEwMA==";
        Document decoded = forge.enveloping(base64, forge.reference("#o", forge.base64()));
        Element object = object(decoded);
        object.setTextContent("Chi 900" + base64.charAt(0));
        corpus.add("base64-replaced", decoded);
        Document within = forge.enveloping(base64, forge.reference("#o", forge.base64()));
        Element around = within.createElement("chi900");
        around.setTextContent(base64);
        object(within).setTextContent("");
        object(within).appendChild(around);
        corpus.add("base64-in-element-that-is-not-signed", within, TRANSFORM_NOT_ALLOWED);
        Document junk = forge.enveloping(base64, forge.reference("#o", forge.base64()));
        object(junk).setTextContent(".-*" + base64 + "!?");
        corpus.add("base64-with-junk-that-decoders-skip", junk, TRANSFORM_NOT_ALLOWED);
        Document manifest = forge.enveloping(
                "<ds:Manifest xmlns:ds='" + XadesForge.DSIG + "' Id='m'><ds:Reference URI='http://127.0.0.1:9/x'>"
                        + "<ds:DigestMethod Algorithm='http://www.w3.org/2001/04/xmlenc#sha256'/>"
                        + "<ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:Manifest>",
                forge.reference(
                        "#m",
                        XadesForge.DSIG + "Manifest",
                        "http://www.w3.org/2001/04/xmlenc#sha256",
                        forge.exclusive()));
        corpus.add("manifest-whose-entry-is-not-there", manifest);
    }

    private static Element object(Document enveloping) {
        return (Element)
                enveloping.getElementsByTagNameNS(XadesForge.DSIG, "Object").item(0);
    }

    private static Document withObject(Document signed, String xml, String id) {
        Element object = signed.createElementNS(XadesForge.DSIG, "ds:Object");
        if (!id.isEmpty()) {
            object.setAttribute("Id", id);
        }
        object.appendChild(signed.importNode(XadesForge.parse(xml).getDocumentElement(), true));
        XadesForge.signature(signed).appendChild(object);
        return signed;
    }

    private static Document wrappedWhole(Document signed, String shape) {
        Document attack = XadesForge.parse(shape);
        Element place = (Element) attack.getElementsByTagName("L").item(0);
        place.getParentNode().replaceChild(attack.importNode(signed.getDocumentElement(), true), place);
        return attack;
    }

    private void references() {
        XadesForge forge = forge();
        String two = "<congVan><phan1 Id='p1'>Chi 100</phan1><phan2>không ký</phan2></congVan>";
        corpus.add(
                "reference-to-one-element-only",
                forge.enveloped(two, forge.reference("#p1", forge.exclusive())),
                PART_NOT_SIGNED);
        corpus.add(
                "reference-to-one-element-by-xpointer",
                forge.enveloped(two, forge.reference("#xpointer(id('p1'))", forge.exclusive())),
                PART_NOT_SIGNED);
        Document both = forge.enveloped(two, forge.reference("#p1", forge.exclusive()));
        XadesForge second = new XadesForge(signer.other, signer.now);
        second.method = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
        second.sign(
                both,
                both.getDocumentElement(),
                List.of(second.reference("", second.xpath(NO_SIGNATURE, DS), second.exclusive())),
                List.of());
        corpus.add("one-signer-signs-a-part-another-the-whole", both, PART_NOT_SIGNED);
        String moved = "<congVan><tu><tk Id='a'>1</tk></tu><den><tk Id='b'>2</tk></den></congVan>";
        Document swapped = forge.enveloped(
                moved, forge.reference("#a", forge.exclusive()), forge.reference("#b", forge.exclusive()));
        Element from = (Element) swapped.getElementsByTagName("tk").item(0);
        Element to = (Element) swapped.getElementsByTagName("tk").item(1);
        to.getParentNode().appendChild(from);
        swapped.getElementsByTagName("tu").item(0).appendChild(to);
        corpus.add("two-signed-elements-swapped", swapped, PART_NOT_SIGNED);
        corpus.add(
                "signature-of-nothing",
                forge.enveloping("x", forge.reference("", forge.enveloped(), forge.exclusive())),
                REFERENCE_NOT_ALLOWED);
        corpus.add("signature-of-its-properties-only", forge.enveloped(LETTER), PART_NOT_SIGNED);
        corpus.add(
                "object-cut-out-by-xpath",
                forge.enveloping(LETTER, forge.reference("#o", forge.xpath(NO_SIGNATURE, DS), forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "object-cut-out-by-enveloped",
                forge.enveloping(LETTER, forge.reference("#o", forge.enveloped(), forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
    }

    private void transforms() {
        XadesForge forge = forge();
        String[] expressions = {
            NO_SIGNATURE + " and not(ancestor-or-self::ghiChu)",
            "false()",
            "ancestor-or-self::so",
            "self::text()",
            "not(ancestor-or-self::ds:Signature) or true()",
            "not(ancestor-or-self::ds:*)"
        };
        for (int i = 0; i < expressions.length; i++) {
            corpus.add(
                    "xpath-of-other-words-" + (i + 1),
                    forge.enveloped(
                            LETTER,
                            forge.reference("", forge.enveloped(), forge.xpath(expressions[i], DS), forge.exclusive())),
                    TRANSFORM_NOT_ALLOWED);
        }
        corpus.add(
                "xpath-of-another-ds",
                forge.enveloped(
                        LETTER.replace("<congVan", "<congVan xmlns:ds2='urn:x'").replace("ghiChu", "ds2:Signature"),
                        forge.reference(
                                "",
                                forge.enveloped(),
                                forge.xpath("not(ancestor-or-self::ds2:Signature)", Map.of("ds2", "urn:x")),
                                forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "xpath2-intersect",
                forge.enveloped(
                        LETTER,
                        forge.reference(
                                "",
                                forge.enveloped(),
                                forge.xpath2("//so", XPathType.Filter.INTERSECT),
                                forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "xpath2-subtract-content",
                forge.enveloped(
                        LETTER,
                        forge.reference(
                                "",
                                forge.enveloped(),
                                forge.xpath2("//noiDung", XPathType.Filter.SUBTRACT),
                                forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "xpath2-union-of-signatures",
                forge.enveloped(
                        LETTER,
                        forge.reference(
                                "",
                                forge.enveloped(),
                                forge.xpath2("/descendant::ds:Signature", XPathType.Filter.INTERSECT),
                                forge.exclusive())),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "xslt",
                forge.enveloped(
                        LETTER,
                        forge.reference(
                                "",
                                forge.enveloped(),
                                forge.xslt(
                                        "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'>"
                                                + "<xsl:template match='/'><so/></xsl:template></xsl:stylesheet>"))),
                TRANSFORM_NOT_ALLOWED);
        corpus.add(
                "base64-of-an-element",
                forge.enveloped("<a><b Id='p'>Q2hp</b></a>", forge.reference("#p", forge.base64())),
                TRANSFORM_NOT_ALLOWED);
    }

    private void unsignedRemarks() {
        Document comment = whole();
        Element number = (Element) comment.getElementsByTagName("noiDung").item(0);
        number.setTextContent("Chi 1");
        number.appendChild(comment.createComment("x"));
        number.appendChild(comment.createTextNode("00 triệu"));
        corpus.add("comment-splits-text", comment, COMMENT_IN_TEXT);
        corpus.add("comment-splits-text-of-object", commented(enveloping()), COMMENT_IN_TEXT);
        Document sheet = byId();
        sheet.insertBefore(
                sheet.createProcessingInstruction("xml-stylesheet", "type='text/xsl' href='x.xsl'"),
                sheet.getDocumentElement());
        corpus.add("stylesheet-before-the-signed-root", sheet, PART_NOT_SIGNED);
        Document behind = enveloping();
        behind.appendChild(behind.createProcessingInstruction("chi", "900"));
        corpus.add("instruction-behind-enveloping", behind, PART_NOT_SIGNED);
        Document inside = byId();
        inside.getElementsByTagName("so").item(0).appendChild(inside.createProcessingInstruction("chi", "900"));
        corpus.add("instruction-inside", inside);
    }

    private static Document commented(Document signed) {
        Element number = (Element) signed.getElementsByTagName("noiDung").item(0);
        number.setTextContent("Chi 1");
        number.appendChild(signed.createComment("x"));
        number.appendChild(signed.createTextNode("00 triệu"));
        return signed;
    }

    private void structure() {
        corpus.add(
                "fake-signature-hides-content",
                withElement(
                        bare(), "<ds:Signature xmlns:ds='" + XadesForge.DSIG + "'><chi900/></ds:Signature>", "congVan"),
                SIGNATURE_STRUCTURE_WRONG);
        corpus.add("text-beside-signature-value", text(bare(), "Signature", "Chi 900"), SIGNATURE_STRUCTURE_WRONG);
        corpus.add("element-in-signature", child(bare(), "Signature", "<chi900/>"), SIGNATURE_STRUCTURE_WRONG);
        corpus.add("element-in-key-info", child(bare(), "KeyInfo", "<chi900/>"), KEY_INFO_NOT_ALLOWED);
        corpus.add(
                "key-info-points-elsewhere",
                child(
                        bare(),
                        "KeyInfo",
                        "<ds:RetrievalMethod xmlns:ds='" + XadesForge.DSIG + "' URI='http://127.0.0.1:9/'/>"),
                KEY_INFO_NOT_ALLOWED);
        corpus.add(
                "unsigned-property-of-no-kind",
                child(bare(), "QualifyingProperties", unsigned("<xades:GhiChu>Chi 900</xades:GhiChu>")),
                UNSIGNED_PROPERTY_UNKNOWN);
        corpus.add(
                "foreign-element-in-certificate-values",
                child(
                        bare(),
                        "QualifyingProperties",
                        unsigned("<xades:CertificateValues><chi xmlns=''>900</chi></xades:CertificateValues>")),
                UNSIGNED_PROPERTY_UNKNOWN);
        corpus.add("two-signed-infos", twice(bare(), "SignedInfo"), SIGNATURE_STRUCTURE_WRONG);
        corpus.add("two-signature-values", twice(bare(), "SignatureValue"), SIGNATURE_STRUCTURE_WRONG);
        corpus.add("two-key-infos", twice(bare(), "KeyInfo"), SIGNATURE_STRUCTURE_WRONG);
        corpus.add("properties-doubled", twice(bare(), "Object"), SIGNATURE_STRUCTURE_WRONG);
        Document target = bare();
        ((Element) target.getElementsByTagNameNS(XadesForge.XADES, "QualifyingProperties")
                        .item(0))
                .setAttribute("Target", "#khac");
        corpus.add("properties-of-another-signature", target, SIGNATURE_STRUCTURE_WRONG);
        XadesForge unsigned = forge();
        unsigned.referencesProperties = false;
        corpus.add(
                "properties-not-referenced",
                unsigned.enveloped(LETTER, unsigned.reference("", unsigned.enveloped(), unsigned.exclusive())),
                PROPERTIES_NOT_SIGNED);
        XadesForge none = forge();
        none.hasProperties = false;
        corpus.add("no-properties", none.enveloped(LETTER, none.reference("", none.enveloped(), none.exclusive())));
    }

    private static String unsigned(String xml) {
        return "<xades:UnsignedProperties xmlns:xades='" + XadesForge.XADES + "'><xades:UnsignedSignatureProperties>"
                + xml + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>";
    }

    private static Element first(Document document, String name) {
        return (Element) document.getElementsByTagNameNS("*", name).item(0);
    }

    private static Document child(Document document, String parent, String xml) {
        first(document, parent)
                .appendChild(document.importNode(XadesForge.parse(xml).getDocumentElement(), true));
        return document;
    }

    private static Document withElement(Document document, String xml, String parent) {
        return child(document, parent, xml);
    }

    private static Document text(Document document, String parent, String text) {
        first(document, parent).appendChild(document.createTextNode(text));
        return document;
    }

    private static Document twice(Document document, String name) {
        Element element = first(document, name);
        element.getParentNode().insertBefore(element.cloneNode(true), element);
        return document;
    }

    private void keys() {
        XadesForge hmac = forge();
        hmac.method = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
        hmac.key =
                new SecretKeySpec(signer.official.certificate().getPublicKey().getEncoded(), "HmacSHA256");
        corpus.add(
                "hmac-keyed-by-the-public-key",
                hmac.enveloped(LETTER, hmac.reference("", hmac.enveloped(), hmac.exclusive())),
                SIGNATURE_METHOD_NOT_ALLOWED);
        XadesForge named = forge();
        named.named = signer.other;
        corpus.add(
                "signing-certificate-names-another",
                named.enveloped(LETTER, named.reference("", named.enveloped(), named.exclusive())));
        XadesForge shown = forge();
        shown.inKeyInfo = signer.other;
        corpus.add(
                "key-info-shows-another",
                shown.enveloped(LETTER, shown.reference("", shown.enveloped(), shown.exclusive())));
        XadesForge both = forge();
        both.inKeyInfo = signer.other;
        both.named = signer.other;
        corpus.add(
                "another-is-said-to-have-signed",
                both.enveloped(LETTER, both.reference("", both.enveloped(), both.exclusive())));
        XadesForge weak = forge();
        corpus.add(
                "sha1-digest",
                weak.enveloped(
                        LETTER,
                        weak.reference(
                                "",
                                null,
                                "http://www.w3.org/2000/09/xmldsig#sha1",
                                weak.enveloped(),
                                weak.exclusive())));
    }
}
