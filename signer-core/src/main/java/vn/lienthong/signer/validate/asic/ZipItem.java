package vn.lienthong.signer.validate.asic;

/**
 * An entry of a ZIP, as its local header and its line in the directory say alike.
 *
 * @param headerAt offset of the local header
 * @param dataAt offset of the data
 * @param dataEnd offset behind the data
 * @param hasExtraField whether the local header has any
 */
record ZipItem(
        String name,
        boolean deflated,
        long crc,
        long headerAt,
        long dataAt,
        long dataEnd,
        long size,
        boolean hasExtraField) {

    boolean isFolder() {
        return name.endsWith("/");
    }
}
