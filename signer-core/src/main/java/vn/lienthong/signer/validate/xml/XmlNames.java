package vn.lienthong.signer.validate.xml;

import java.util.Set;

/** Namespaces and algorithm names of XML signatures. Source: XMLDSig 1.1, XPath Filter 2.0, EN 319 132-1 §4.1. */
final class XmlNames {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String DSIG11 = "http://www.w3.org/2009/xmldsig11#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final String XADES_EVIDENCE = "http://uri.etsi.org/19132/v1.1.1#";
    static final Set<String> ASIC = Set.of("http://uri.etsi.org/02918/v1.2.1#", "http://uri.etsi.org/2918/v1.2.1#");

    static final String SIGNED_PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties";
    static final String ENVELOPED = DSIG + "enveloped-signature";
    static final String BASE64 = DSIG + "base64";
    static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    static final String XPATH_FILTER2 = "http://www.w3.org/2002/06/xmldsig-filter2";

    static final Set<String> CANONICALIZATIONS = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

    private XmlNames() {}
}
