package vn.lienthong.signer.seal;

/**
 * Where a signer's name is printed, in points from the top left corner of the visible page.
 *
 * @param page from 1
 * @param left of the name's first letter
 * @param right of the name's last letter
 * @param top of its capitals
 * @param freeAbove from {@code top} up to the text above it in the same column
 */
record NameOnPage(int page, double left, double right, double top, double freeAbove) {
    double centre() {
        return (left + right) / 2;
    }
}
