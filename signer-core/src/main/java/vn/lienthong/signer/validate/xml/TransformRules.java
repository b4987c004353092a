package vn.lienthong.signer.validate.xml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The transforms of a Reference, by an allow-list: canonicalization, base64, and those that take signatures out of what
 * they sign, and nothing else. Any other may drop or replace content: XSLT, XPath of other words.
 *
 * <p>Source: XMLDSig 1.1 §6.6, XPath Filter 2.0 §3.
 *
 * @param allowed whether all are on the list, in an order that makes sense
 * @param takesSignaturesOut whether signatures are taken out of what is signed
 * @param decodesBase64 whether what is signed are the octets that the text stands for
 * @param keepsComments whether the canonicalization keeps comments
 */
record TransformRules(boolean allowed, boolean takesSignaturesOut, boolean decodesBase64, boolean keepsComments) {
    /** More than these nobody needs. */
    private static final int MAX_TRANSFORMS = 5;

    static final Pattern PREFIX = Pattern.compile("::\\s*([\\w.-]+):Signature");

    private static final Pattern NOT_SIGNATURE =
            Pattern.compile("\\s*not\\s*\\(\\s*ancestor-or-self::\\s*[\\w.-]+:Signature\\s*\\)\\s*");

    private static final Pattern EVERY_SIGNATURE = Pattern.compile("\\s*/descendant::\\s*[\\w.-]+:Signature\\s*");

    private static final Pattern THIS_SIGNATURE =
            Pattern.compile("\\s*here\\(\\)/ancestor::\\s*[\\w.-]+:Signature\\[(1|last\\(\\))]\\s*");

    private static final String EXC_C14N = "http://www.w3.org/2001/10/xml-exc-c14n#";

    static TransformRules of(XmlNode reference) {
        List<XmlNode> transforms = reference.children(XmlNames.DSIG, "Transforms").stream()
                .flatMap(t -> t.children().stream())
                .toList();
        boolean allowed = transforms.size() <= MAX_TRANSFORMS;
        boolean out = false;
        boolean base64 = false;
        boolean canonical = false;
        boolean comments = false;
        for (XmlNode transform : transforms) {
            String algorithm = transform.attribute("Algorithm");
            if (XmlNames.CANONICALIZATIONS.contains(algorithm)) {
                canonical = true;
                comments = algorithm.endsWith("#WithComments");
                allowed &= !base64 && hasOnlyNamespaceList(transform);
            } else if (algorithm.equals(XmlNames.BASE64)) {
                base64 = true;
                allowed &= transforms.size() == 1 && transform.children().isEmpty();
            } else {
                out = true;
                allowed &= !canonical && !base64 && takesOutSignatures(transform, algorithm);
            }
        }
        return new TransformRules(allowed, out, base64, comments);
    }

    private static boolean hasOnlyNamespaceList(XmlNode transform) {
        return transform.children().isEmpty()
                || transform.children().size() == 1
                        && transform.children().getFirst().is(EXC_C14N, "InclusiveNamespaces");
    }

    private static boolean takesOutSignatures(XmlNode transform, String algorithm) {
        if (algorithm.equals(XmlNames.ENVELOPED)) {
            return transform.children().isEmpty();
        }
        if (transform.children().size() != 1) {
            return false;
        }
        XmlNode xpath = transform.children().getFirst();
        boolean namesXmldsig = xpath.resolvedNamespace().equals(XmlNames.DSIG);
        if (algorithm.equals(XmlNames.XPATH)) {
            return namesXmldsig && xpath.is(XmlNames.DSIG, "XPath") && matches(NOT_SIGNATURE, xpath);
        }
        return algorithm.equals(XmlNames.XPATH_FILTER2)
                && namesXmldsig
                && xpath.is(XmlNames.XPATH_FILTER2, "XPath")
                && xpath.attribute("Filter").equals("subtract")
                && (matches(EVERY_SIGNATURE, xpath) || matches(THIS_SIGNATURE, xpath));
    }

    private static boolean matches(Pattern pattern, XmlNode xpath) {
        return pattern.matcher(xpath.text()).matches();
    }
}
