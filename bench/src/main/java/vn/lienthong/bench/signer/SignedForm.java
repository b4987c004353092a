package vn.lienthong.bench.signer;

import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;

/**
 * Which signature a row is about.
 *
 * @param name in the tables
 * @param parameters what asks for it over REST, besides the key
 */
record SignedForm(String name, SignatureForm form, SignatureLevel level, String parameters) {
    static final SignedForm PADES_B =
            new SignedForm("PAdES-B", SignatureForm.PADES, SignatureLevel.BASELINE_B, "\"level\":\"baseline-B\"");
    static final SignedForm PADES_T =
            new SignedForm("PAdES-T", SignatureForm.PADES, SignatureLevel.BASELINE_T, "\"level\":\"baseline-T\"");
    static final SignedForm CADES_B = new SignedForm(
            "CAdES-B",
            SignatureForm.CADES_DETACHED,
            SignatureLevel.BASELINE_B,
            "\"format\":\"CAdES\",\"packaging\":\"detached\",\"level\":\"baseline-B\"");
    static final SignedForm XADES_B = new SignedForm(
            "XAdES-B",
            SignatureForm.XADES_ENVELOPED,
            SignatureLevel.BASELINE_B,
            "\"format\":\"XAdES\",\"packaging\":\"enveloped\",\"level\":\"baseline-B\"");

    /** Whether the signed file holds the document. */
    boolean holdsDocument() {
        return !form.isDetached();
    }
}
