package vn.lienthong.signer.sign;

/**
 * What the signature says of itself in words. An empty text is left out of the signature.
 *
 * @param signerName the official or the agency, as people know them
 * @param reason why it was signed
 * @param location where it was signed
 * @param contactInfo how to reach the signer
 */
public record SignatureDetails(String signerName, String reason, String location, String contactInfo) {
    private static final int LONGEST = 500;

    /** Nothing said. */
    public static final SignatureDetails NONE = new SignatureDetails("", "", "", "");

    public SignatureDetails {
        for (String text : new String[] {signerName, reason, location, contactInfo}) {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("a text of a signature has at most " + LONGEST + " characters");
            }
        }
    }
}
