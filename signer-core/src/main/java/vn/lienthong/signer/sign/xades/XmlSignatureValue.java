package vn.lienthong.signer.sign.xades;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.interfaces.ECKey;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.token.CertifiedKey;

/** A token's signature as XML signatures hold it: of ECDSA the two numbers side by side. Source: XMLDSig 1.1 §6.4.3. */
final class XmlSignatureValue {
    private XmlSignatureValue() {}

    static Bytes of(CertifiedKey key, Bytes signature) {
        if (!(key.certificate().getPublicKey() instanceof ECKey curve)) {
            return signature;
        }
        BigInteger order = curve.getParams().getOrder();
        try {
            BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(order, signature.toArray());
            return Bytes.of(PlainDSAEncoding.INSTANCE.encode(order, numbers[0], numbers[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("a signature that was verified is DER", e);
        }
    }
}
