package vn.lienthong.signer.validate.xml;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Namespaces and algorithm names of XML signatures. Source: XMLDSig 1.1, XPath Filter 2.0, EN 319 132-1 §4.1. */
final class XmlNames {
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String DSIG11 = "http://www.w3.org/2009/xmldsig11#";
    static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    static final String XADES141 = "http://uri.etsi.org/01903/v1.4.1#";
    static final String XADES_EVIDENCE = "http://uri.etsi.org/19132/v1.1.1#";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final Set<String> ASIC = Set.of("http://uri.etsi.org/02918/v1.2.1#", "http://uri.etsi.org/2918/v1.2.1#");

    static final String SIGNED_PROPERTIES_TYPE = "http://uri.etsi.org/01903#SignedProperties";
    static final String ENVELOPED = DSIG + "enveloped-signature";
    static final String BASE64 = DSIG + "base64";
    static final String XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
    static final String XPATH_FILTER2 = "http://www.w3.org/2002/06/xmldsig-filter2";

    /** What programs declare in signatures whether they use it or not. The empty one takes a declaration back. */
    static final Set<String> DECLARED = Set.of(
            "",
            DSIG,
            DSIG11,
            "http://www.w3.org/2001/04/xmldsig-more#",
            "http://www.w3.org/2007/05/xmldsig-more#",
            "http://www.w3.org/2021/04/xmldsig-more#",
            "http://www.w3.org/2001/04/xmlenc#",
            "http://www.w3.org/2009/xmlenc11#",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://uri.etsi.org/01903#",
            "http://uri.etsi.org/01903/v1.1.1#",
            "http://uri.etsi.org/01903/v1.2.2#",
            XADES,
            XADES141,
            XADES_EVIDENCE,
            "http://uri.etsi.org/02918/v1.2.1#",
            "http://uri.etsi.org/2918/v1.2.1#",
            "urn:oasis:names:tc:opendocument:xmlns:digitalsignature:1.0",
            "http://www.w3.org/2001/XMLSchema",
            XSI,
            "http://www.w3.org/XML/1998/namespace");

    /** Of xsi:schemaLocation: where the standards' schemas are, by namespace. */
    static final Map<String, Set<String>> SCHEMAS = Map.of(
            DSIG,
            Set.of(
                    "xmldsig-core-schema.xsd",
                    "http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd",
                    "http://www.w3.org/TR/2002/REC-xmldsig-core-20020212/xmldsig-core-schema.xsd",
                    "http://www.w3.org/TR/2008/REC-xmldsig-core-20080610/xmldsig-core-schema.xsd"),
            XADES,
            Set.of(
                    "XAdES.xsd",
                    "http://uri.etsi.org/01903/v1.3.2/XAdES.xsd",
                    "http://uri.etsi.org/01903/v1.3.2/XAdES01903v132-201601.xsd"),
            XADES141,
            Set.of(
                    "XAdESv141.xsd",
                    "http://uri.etsi.org/01903/v1.4.1/XAdESv141.xsd",
                    "http://uri.etsi.org/01903/v1.4.1/XAdES01903v141-201601.xsd"));

    static final Set<String> CANONICALIZATIONS = Set.of(
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
            "http://www.w3.org/TR/2001/REC-xml-c14n-20010315#WithComments",
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments",
            "http://www.w3.org/2001/10/xml-exc-c14n#",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments");

    /** EN 319 132-1 §5.2.7, §5.3, §5.4, §5.5 and Annex A. */
    static final Set<String> UNSIGNED_PROPERTIES = words(""
            + " CounterSignature SignatureTimeStamp CompleteCertificateRefs CompleteCertificateRefsV2"
            + " CompleteRevocationRefs AttributeCertificateRefs AttributeCertificateRefsV2"
            + " AttributeRevocationRefs SigAndRefsTimeStamp SigAndRefsTimeStampV2 RefsOnlyTimeStamp"
            + " RefsOnlyTimeStampV2 CertificateValues RevocationValues AttrAuthoritiesCertValues"
            + " AttributeRevocationValues ArchiveTimeStamp TimeStampValidationData AnyValidationData"
            + " SignaturePolicyStore SealingEvidenceRecords");

    /** What the standards let stand where no signature covers it, besides these properties. */
    static final Set<String> UNSIGNED_ELEMENTS = union(
            UNSIGNED_PROPERTIES,
            words(""
                    + " Signature SignatureValue KeyInfo KeyName KeyValue RSAKeyValue DSAKeyValue P Q G Y J Seed"
                    + " PgenCounter Modulus Exponent ECKeyValue NamedCurve PublicKey DEREncodedKeyValue X509Data"
                    + " X509Certificate X509IssuerSerial X509IssuerName X509SerialNumber X509SKI X509SubjectName"
                    + " X509CRL X509Digest Object QualifyingProperties UnsignedProperties"
                    + " UnsignedSignatureProperties CanonicalizationMethod DigestMethod DigestValue"
                    + " EncapsulatedTimeStamp Include ReferenceInfo EncapsulatedX509Certificate CRLValues"
                    + " OCSPValues EncapsulatedCRLValue EncapsulatedOCSPValue CertRefs Cert CertDigest"
                    + " IssuerSerial IssuerSerialV2 CRLRefs CRLRef OCSPRefs OCSPRef DigestAlgAndValue"
                    + " CRLIdentifier Issuer IssueTime Number OCSPIdentifier ResponderID ByName ByKey ProducedAt"
                    + " SPDocSpecification SignaturePolicyDocument SigPolDocLocalURI Identifier Description"
                    + " EncapsulatedEvidenceRecord"));

    /** Attributes of these elements. */
    static final Set<String> UNSIGNED_ATTRIBUTES = words("Id Algorithm URI Encoding MimeType Target Type Qualifier"
            + " referencedData {http://www.w3.org/2001/XMLSchema-instance}schemaLocation");

    private XmlNames() {}

    private static Set<String> words(String words) {
        return Set.copyOf(List.of(words.strip().split(" ")));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
