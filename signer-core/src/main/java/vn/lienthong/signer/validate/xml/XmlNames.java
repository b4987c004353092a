package vn.lienthong.signer.validate.xml;

import java.util.List;
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
