package vn.lienthong.signer.token;

import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.algorithm.Digest;
import vn.lienthong.signer.algorithm.SignatureScheme;

/** What goes into the device for one signature: a digest that was made outside, or for EdDSA the message itself. */
sealed interface SigningInput {

    /** As the device takes it. */
    Bytes octets();

    /** Whether a scheme signs this. */
    boolean fits(SignatureScheme scheme);

    /** In the words of an answer. */
    String named();

    record OfDigest(Digest digest) implements SigningInput {
        @Override
        public Bytes octets() {
            return digest.value();
        }

        @Override
        public boolean fits(SignatureScheme scheme) {
            return !scheme.isOverMessage() && scheme.digest() == digest.algorithm();
        }

        @Override
        public String named() {
            return digest.algorithm() + " digest";
        }
    }

    record OfMessage(Bytes message) implements SigningInput {
        @Override
        public Bytes octets() {
            return message;
        }

        @Override
        public boolean fits(SignatureScheme scheme) {
            return scheme.isOverMessage();
        }

        @Override
        public String named() {
            return "message";
        }
    }

    /** What the scheme signs of a message. */
    static SigningInput of(SignatureScheme scheme, byte[] message) {
        return scheme.isOverMessage()
                ? new OfMessage(Bytes.of(message))
                : new OfDigest(scheme.digest().digest(message));
    }
}
