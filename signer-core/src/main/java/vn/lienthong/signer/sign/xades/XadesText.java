package vn.lienthong.signer.sign.xades;

import java.time.Instant;
import java.util.Base64;
import javax.xml.crypto.dsig.XMLSignature;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.DigestAlgorithm;

/**
 * The parts of a signature as text. What is digested or signed of them stands in the file in its canonical form, with each
 * namespace declared where exclusive canonicalization puts it, so nothing has to be canonicalized.
 *
 * <p>Source: XMLDSig 1.1 §4; ETSI EN 319 132-1 §4.3, §6.3.
 *
 * @param id of the signature, from which the others are made
 */
record XadesText(String id) {
    private static final String DS = " xmlns:ds=\"" + XMLSignature.XMLNS + "\"";
    private static final String XADES = " xmlns:xades=\"" + XadesNames.XADES + "\"";
    private static final String CANONICAL = element("ds:Transform", " Algorithm=\"" + XadesNames.EXCLUSIVE + "\"", "");

    /** Takes every signature out, so that a later one leaves this one whole. Source: XPath Filter 2.0 §3. */
    private static final String WITHOUT_SIGNATURES = element(
            "ds:Transform",
            " Algorithm=\"" + XadesNames.XPATH_FILTER2 + "\"",
            element(
                    "dsig-filter2:XPath",
                    " xmlns:dsig-filter2=\"" + XadesNames.XPATH_FILTER2 + "\" Filter=\"subtract\"",
                    "/descendant::ds:Signature"));

    /** @param location empty if nothing is said of it */
    String signedProperties(SignerText signer, Instant signingTime, String location) throws Unfamiliar {
        String place = location.isEmpty()
                ? ""
                : "<xades:SignatureProductionPlaceV2><xades:City>" + escaped(location)
                        + "</xades:City></xades:SignatureProductionPlaceV2>";
        return element(
                "xades:SignedProperties",
                XADES + " Id=\"xades-" + id + "\"",
                "<xades:SignedSignatureProperties><xades:SigningTime>" + signingTime + "</xades:SigningTime>"
                        + signer.signingCertificate() + place + "</xades:SignedSignatureProperties>"
                        + "<xades:SignedDataObjectProperties>"
                        + element(
                                "xades:DataObjectFormat",
                                " ObjectReference=\"#" + reference() + "\"",
                                "<xades:MimeType>text/xml</xades:MimeType>")
                        + "</xades:SignedDataObjectProperties>");
    }

    /** @param method how the signature is made, as XML names it */
    String signedInfo(String method, Digest document, Digest signedProperties) {
        return element(
                "ds:SignedInfo",
                DS,
                element("ds:CanonicalizationMethod", " Algorithm=\"" + XadesNames.EXCLUSIVE + "\"", "")
                        + element("ds:SignatureMethod", " Algorithm=\"" + method + "\"", "")
                        + reference(" Id=\"" + reference() + "\" URI=\"\"", WITHOUT_SIGNATURES + CANONICAL, document)
                        + reference(
                                " Type=\"" + XadesNames.SIGNED_PROPERTIES + "\" URI=\"#xades-" + id + "\"",
                                CANONICAL,
                                signedProperties));
    }

    String signatureValue(Bytes value) {
        return element("ds:SignatureValue", DS + " Id=\"value-" + id + "\"", base64(value));
    }

    /** The unsigned properties of level T. Source: ETSI EN 319 132-1 §5.3. */
    String unsignedProperties(Bytes timestamp) {
        return "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>"
                + element(
                        "xades:SignatureTimeStamp",
                        " Id=\"ts-" + id + "\"",
                        element("ds:CanonicalizationMethod", " Algorithm=\"" + XadesNames.EXCLUSIVE + "\"", "")
                                + element("xades:EncapsulatedTimeStamp", " Id=\"ets-" + id + "\"", base64(timestamp)))
                + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>";
    }

    /** The whole, from its parts. */
    String signature(
            String signedInfo, String signatureValue, SignerText signer, String signedProperties, String unsigned) {
        return element(
                "ds:Signature",
                DS + " Id=\"" + id + "\"",
                signedInfo + signatureValue + signer.keyInfo() + "<ds:Object>"
                        + element(
                                "xades:QualifyingProperties",
                                XADES + " Target=\"#" + id + "\"",
                                signedProperties + unsigned)
                        + "</ds:Object>");
    }

    /** A digest within an element that is not of XMLDSig, in canonical form. */
    static String digest(DigestAlgorithm algorithm, Bytes value) {
        return element("ds:DigestMethod", DS + " Algorithm=\"" + XadesNames.of(algorithm) + "\"", "")
                + element("ds:DigestValue", DS, base64(value));
    }

    private String reference() {
        return "r-" + id + "-1";
    }

    private static String reference(String attributes, String transforms, Digest digest) {
        return element(
                "ds:Reference",
                attributes,
                element("ds:Transforms", "", transforms)
                        + element("ds:DigestMethod", " Algorithm=\"" + XadesNames.of(digest.algorithm()) + "\"", "")
                        + element("ds:DigestValue", "", base64(digest.value())));
    }

    private static String element(String name, String attributes, String content) {
        return "<" + name + attributes + ">" + content + "</" + name + ">";
    }

    /** XML 1.0 §2.2 has no other control characters; what is none is not told apart further. */
    private static String escaped(String text) throws Unfamiliar {
        if (text.chars().anyMatch(c -> c < ' ' || c >= 0xfffe || Character.isSurrogate((char) c))) {
            throw new Unfamiliar("a location with unusual characters");
        }
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
