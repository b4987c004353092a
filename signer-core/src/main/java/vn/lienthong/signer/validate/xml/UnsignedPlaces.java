package vn.lienthong.signer.validate.xml;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What may stand in which element where no signature covers it, and with what text and attributes. A known element in a
 * strange place is passed over by everybody, and may say anything.
 *
 * <p>Source: XMLDSig 1.1 §4, EN 319 132-1 §5 and Annex A.
 */
final class UnsignedPlaces {
    /** References to evidence, records and documents that nothing here follows: what is in them is not looked at. */
    private static final Set<String> NOT_CHECKED = words("CompleteCertificateRefs CompleteCertificateRefsV2"
            + " CompleteRevocationRefs AttributeCertificateRefs AttributeCertificateRefsV2 AttributeRevocationRefs"
            + " SealingEvidenceRecords SignaturePolicyStore Include ReferenceInfo X509Digest DSAKeyValue");

    private static final String TIMESTAMPS = "SignatureTimeStamp ArchiveTimeStamp SigAndRefsTimeStamp"
            + " SigAndRefsTimeStampV2 RefsOnlyTimeStamp RefsOnlyTimeStampV2";

    /** Children by their parents. */
    private static final Map<String, Set<String>> CHILDREN = children(Map.ofEntries(
            Map.entry("Signature", "SignedInfo SignatureValue KeyInfo Object"),
            Map.entry("KeyInfo", "KeyName KeyValue DEREncodedKeyValue X509Data"),
            Map.entry("KeyValue", "RSAKeyValue DSAKeyValue ECKeyValue"),
            Map.entry("RSAKeyValue", "Modulus Exponent"),
            Map.entry("ECKeyValue", "NamedCurve PublicKey"),
            Map.entry("X509Data", "X509Certificate X509IssuerSerial X509SKI X509SubjectName X509CRL X509Digest"),
            Map.entry("X509IssuerSerial", "X509IssuerName X509SerialNumber"),
            Map.entry("Object", "QualifyingProperties"),
            Map.entry("QualifyingProperties", "SignedProperties UnsignedProperties"),
            Map.entry("UnsignedProperties", "UnsignedSignatureProperties"),
            Map.entry("UnsignedSignatureProperties", String.join(" ", XmlNames.UNSIGNED_PROPERTIES)),
            Map.entry("CounterSignature", "Signature"),
            Map.entry("TimeStampValidationData", "CertificateValues RevocationValues"),
            Map.entry("AnyValidationData", "CertificateValues RevocationValues"),
            Map.entry("CertificateValues AttrAuthoritiesCertValues", "EncapsulatedX509Certificate"),
            Map.entry("RevocationValues AttributeRevocationValues", "CRLValues OCSPValues"),
            Map.entry("CRLValues", "EncapsulatedCRLValue"),
            Map.entry("OCSPValues", "EncapsulatedOCSPValue"),
            Map.entry(TIMESTAMPS, "CanonicalizationMethod EncapsulatedTimeStamp Include ReferenceInfo")));

    private static final Set<String> BASE64 = words("SignatureValue DEREncodedKeyValue Modulus Exponent PublicKey"
            + " X509Certificate X509SKI X509CRL EncapsulatedX509Certificate EncapsulatedCRLValue"
            + " EncapsulatedOCSPValue EncapsulatedTimeStamp");

    /** Text that {@link KeyInfoNames} compares with the certificate. */
    private static final Set<String> NAMES = words("KeyName X509IssuerName X509SerialNumber X509SubjectName");

    /** Programs let them begin with a digit, which an NCName may not. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}._:-]*");

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[\\w.+-]+/[\\w.+-]+(; ?charset=([\\w.+-]{1,40}|\"[\\w.+-]{1,40}\"))?");
    private static final String SCHEMA_LOCATION = "{" + XmlNames.XSI + "}schemaLocation";
    private static final Set<String> ENCODINGS =
            Set.of("http://uri.etsi.org/01903/v1.2.2#DER", XmlNames.DSIG + "base64");

    private UnsignedPlaces() {}

    /** Whether it is, or stands in, what nothing here checks. */
    static boolean isNotChecked(XmlNode part) {
        for (XmlNode at = part; at != null; at = at.parent()) {
            if (NOT_CHECKED.contains(at.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the element may stand where it does, with the text and attributes that it has. */
    static boolean isRight(XmlNode part) {
        XmlNode parent = part.parent();
        boolean inPlace = part.is(XmlNames.DSIG, "Signature")
                || parent != null
                        && CHILDREN.getOrDefault(parent.name(), Set.of()).contains(part.name());
        return inPlace && hasRightText(part) && hasRightAttributes(part);
    }

    private static boolean hasRightText(XmlNode part) {
        boolean isContent = part.is(XmlNames.DSIG, "Object"); // that it is signed is asked elsewhere
        if (!part.has(XmlQuirk.TEXT) || isContent || NAMES.contains(part.name())) {
            return true;
        }
        return BASE64.contains(part.name()) && isBase64(part.text().toString().replaceAll("[ \\t\\r\\n]", ""));
    }

    /** RFC 4648 §3.3 and §3.5: decoders skip characters that are none, and bits that are left over. */
    private static boolean isBase64(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(Base64.getDecoder().decode(text))
                    .equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasRightAttributes(XmlNode part) {
        return part.attributes().entrySet().stream().allMatch(attribute -> switch (attribute.getKey()) {
            case "Id" -> ID.matcher(attribute.getValue()).matches();
            case "Encoding" -> ENCODINGS.contains(attribute.getValue());
            case "MimeType" -> MEDIA_TYPE.matcher(attribute.getValue()).matches();
            case "Algorithm" -> XmlNames.CANONICALIZATIONS.contains(attribute.getValue());
            case "URI" -> part.name().equals("NamedCurve"); // compared with the certificate elsewhere
            case "Target" -> part.name().equals("QualifyingProperties"); // compared with the signature's Id elsewhere
            case SCHEMA_LOCATION -> isSchemaLocation(attribute.getValue());
            default -> false;
        });
    }

    private static boolean isSchemaLocation(String pairs) {
        String[] parts = pairs.strip().split("\\s+", -1);
        for (int i = 0; i < parts.length; i += 2) {
            Set<String> schemas = XmlNames.SCHEMAS.getOrDefault(parts[i], Set.of());
            if (i + 1 == parts.length || !schemas.contains(parts[i + 1])) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Set<String>> children(Map<String, String> byParents) {
        Map<String, Set<String>> children = new HashMap<>();
        byParents.forEach((parents, names) -> words(parents).forEach(parent -> children.put(parent, words(names))));
        return Map.copyOf(children);
    }

    private static Set<String> words(String words) {
        return Arrays.stream(words.strip().split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
