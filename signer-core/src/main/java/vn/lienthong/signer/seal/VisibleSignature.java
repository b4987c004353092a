package vn.lienthong.signer.seal;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * What people see of a signature.
 *
 * <p>Times are shown as dd/MM/yyyy, HH:mm:ss +07:00. Source: Decree 30/2020/NĐ-CP, Annex I.
 */
public sealed interface VisibleSignature {

    /** Where it goes. */
    Placement placement();

    /**
     * The image of an official's handwritten signature; no text.
     *
     * @param image PNG, blue ink on transparent ground
     */
    record OfficialSignature(Bytes image, Placement placement) implements VisibleSignature {}

    /**
     * The image of an agency's seal, with the agency's name and the signing time under it.
     *
     * @param image PNG, red ink on transparent ground
     * @param diameter of the real seal
     */
    record AgencySeal(Bytes image, Length diameter, String agencyName, Placement placement)
            implements VisibleSignature {}

    /**
     * An agency's signature on an annex in a file of its own: number and notation of the document, and the signing time.
     *
     * @param numberAndNotation such as {@code 123/QĐ-UBND}
     */
    record AnnexMark(String numberAndNotation, Placement placement) implements VisibleSignature {}

    /**
     * An agency's signature on an electronic copy: the form of the copy, the agency's name and the signing time.
     *
     * @param copyForm such as {@code SAO Y}
     */
    record CopyMark(String copyForm, String agencyName, Placement placement) implements VisibleSignature {}
}
