package vn.lienthong.demo.soap;

import vn.lienthong.signer.algorithm.Bytes;

/**
 * A document out of the SOAP service.
 *
 * @param sha256 hexadecimal, as the signed Body states it
 * @param length in octets, as the signed Body states it
 * @param byMtom whether the octets came as an attachment
 */
public record FetchedDocument(Bytes content, String sha256, long length, boolean byMtom) {
    FetchedDocument(byte[] content, String sha256, long length, boolean byMtom) {
        this(Bytes.of(content), sha256, length, byMtom);
    }
}
