package vn.lienthong.signer.strict;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.bouncycastle.asn1.ocsp.ResponseBytes;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * An OCSP response as it is carried: what is signed, and the certificates beside it, which are not.
 *
 * <p>Source: RFC 6960 §4.2.1.
 */
record OcspOctets(RawSignature signature, List<X509CertificateHolder> certificates) {

    /**
     * Reads the whole response, or the part of it that is signed: both forms are in use.
     *
     * @throws IOException if it is something else, or says something more
     */
    static OcspOctets of(byte[] der) throws IOException {
        ASN1Sequence sequence = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
        byte[] basic = sequence.getObjectAt(0).toASN1Primitive() instanceof ASN1Enumerated ? basic(der, sequence) : der;
        ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(basic));
        if (!Arrays.equals(parts.getEncoded(), basic) || parts.size() > 4) {
            throw new IOException("no basic OCSP response");
        }
        List<X509CertificateHolder> certificates = new ArrayList<>();
        if (parts.size() == 4) {
            ASN1TaggedObject tagged = ASN1TaggedObject.getInstance(parts.getObjectAt(3));
            if (!tagged.hasContextTag(0)) {
                throw new IOException("no certificates behind an OCSP response");
            }
            for (ASN1Encodable certificate : ASN1Sequence.getInstance(tagged, true)) {
                certificates.add(
                        new X509CertificateHolder(certificate.toASN1Primitive().getEncoded()));
            }
        }
        return new OcspOctets(RawSignature.of(basic), List.copyOf(certificates));
    }

    /** The status and the type around the response are not signed, and each has one value where there is a response. */
    private static byte[] basic(byte[] der, ASN1Sequence sequence) throws IOException {
        byte[] basic = OCSPResponse.getInstance(sequence)
                .getResponseBytes()
                .getResponse()
                .getOctets();
        byte[] around = new OCSPResponse(
                        new OCSPResponseStatus(OCSPResponseStatus.SUCCESSFUL),
                        new ResponseBytes(OCSPObjectIdentifiers.id_pkix_ocsp_basic, new DEROctetString(basic)))
                .getEncoded(ASN1Encoding.DER);
        if (!Arrays.equals(around, der)) {
            throw new IOException("no successful basic OCSP response");
        }
        return basic;
    }
}
