package vn.lienthong.signer.sign;

import static vn.lienthong.signer.sign.SignatureLevel.BASELINE_B;
import static vn.lienthong.signer.sign.SignatureLevel.BASELINE_LTA;

/** What a signed file is: its format, and where the signed documents are in it or beside it. */
public enum SignatureForm {
    /** Inside the PDF that it signs. Source: ETSI EN 319 142-1. */
    PADES(1, BASELINE_LTA, "application/pdf", ".pdf"),
    /** Inside the XML document that it signs. Source: ETSI EN 319 132-1. */
    XADES_ENVELOPED(1, BASELINE_LTA, "application/xml", ".xml"),
    /** An XML that holds the documents in Base64. */
    XADES_ENVELOPING(Integer.MAX_VALUE, BASELINE_LTA, "application/xml", ".xml"),
    /** An XML that names the documents, which stay as they are. */
    XADES_DETACHED(Integer.MAX_VALUE, BASELINE_LTA, "application/xml", ".xml"),
    /** A CMS that holds the document. Source: ETSI EN 319 122-1. */
    CADES_ATTACHED(1, BASELINE_LTA, "application/pkcs7-mime", ".p7m"),
    /** A CMS beside the document. */
    CADES_DETACHED(1, BASELINE_LTA, "application/pkcs7-signature", ".p7s"),
    /** A JWS of three parts, which has no room for timestamps. Source: ETSI TS 119 182-1; RFC 7515 §7.1. */
    JADES_COMPACT(1, BASELINE_B, "application/jose", ".jws"),
    /** A JWS as JSON that holds the document. Source: RFC 7515 §7.2.2. */
    JADES_FLATTENED(1, BASELINE_LTA, "application/jose+json", ".json"),
    /** A JWS as JSON that names the documents, which stay as they are. Source: ETSI TS 119 182-1 §5.2.8. */
    JADES_DETACHED(Integer.MAX_VALUE, BASELINE_LTA, "application/jose+json", ".json"),
    /** A ZIP of one document and its XAdES signature. Source: ETSI EN 319 162-1 §4.3. */
    ASIC_S_XADES(1, BASELINE_LTA, "application/vnd.etsi.asic-s+zip", ".asics"),
    /** A ZIP of one document and its CAdES signature. */
    ASIC_S_CADES(1, BASELINE_LTA, "application/vnd.etsi.asic-s+zip", ".asics"),
    /** A ZIP of documents and their XAdES signatures. Source: ETSI EN 319 162-1 §4.4. */
    ASIC_E_XADES(Integer.MAX_VALUE, BASELINE_LTA, "application/vnd.etsi.asic-e+zip", ".asice"),
    /** A ZIP of documents, a manifest that names them, and the manifest's CAdES signature. */
    ASIC_E_CADES(Integer.MAX_VALUE, BASELINE_LTA, "application/vnd.etsi.asic-e+zip", ".asice");

    private final int mostDocuments;
    private final SignatureLevel highest;
    private final String mediaType;
    private final String extension;

    SignatureForm(int mostDocuments, SignatureLevel highest, String mediaType, String extension) {
        this.mostDocuments = mostDocuments;
        this.highest = highest;
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** The most documents that one signature of this form can be over. */
    public int mostDocuments() {
        return mostDocuments;
    }

    /** The highest level that this form has room for. */
    public SignatureLevel highest() {
        return highest;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, with the dot. */
    public String extension() {
        return extension;
    }

    /** Whether the signed file does not hold the documents. */
    public boolean isDetached() {
        return this == XADES_DETACHED || this == CADES_DETACHED || this == JADES_DETACHED;
    }
}
