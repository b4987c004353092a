package vn.lienthong.signer.token.jca;

import java.io.ByteArrayOutputStream;
import java.security.SignatureException;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.SignatureScheme;
import vn.lienthong.signer.token.SigningToken;

/** EdDSA: the message is gathered here and goes to the token as it is, so it is short. */
final class MessageSignature extends TokenSignatureSpi {
    private final SignatureScheme scheme;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    MessageSignature(TokenKeys keys, SignatureScheme scheme) {
        super(keys, scheme.keyKind());
        this.scheme = scheme;
    }

    @Override
    void reset() {
        message.reset();
    }

    @Override
    protected void engineUpdate(byte octet) throws SignatureException {
        requireRoom(1);
        message.write(octet);
    }

    @Override
    protected void engineUpdate(byte[] octets, int offset, int length) throws SignatureException {
        requireRoom(length);
        message.write(octets, offset, length);
    }

    private void requireRoom(int more) throws SignatureException {
        if (more > SigningToken.LONGEST_MESSAGE - message.size()) {
            throw new SignatureException(
                    "a token signs messages of up to " + SigningToken.LONGEST_MESSAGE + " octets by " + scheme);
        }
    }

    @Override
    Request finish() {
        Bytes whole = Bytes.of(message.toByteArray());
        reset();
        return new Request.OfMessage(scheme, whole);
    }
}
