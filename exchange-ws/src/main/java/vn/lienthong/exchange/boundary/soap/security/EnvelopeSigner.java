package vn.lienthong.exchange.boundary.soap.security;

import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/**
 * Signs envelopes over Body and Timestamp, with the certificate in a BinarySecurityToken: answers, and in tests
 * requests. Thread-safe.
 */
public final class EnvelopeSigner {
    /** Chains of causes are shorter; a longer one has a cycle. */
    private static final int MOST_CAUSES = 20;

    private static final Duration LIFE = SignatureCheck.OLDEST;

    private final SigningKey key;
    private final KeyCrypto crypto;
    private final Clock clock;

    public EnvelopeSigner(SigningKey key, Clock clock) {
        this.key = key;
        this.crypto = new KeyCrypto(key);
        this.clock = clock;
    }

    /**
     * The envelope has a Security header with a new Timestamp and a signature.
     *
     * @throws FailureException {@code hsm-unavailable} if the key does not sign now
     */
    public void sign(Document envelope) {
        try {
            WSSecHeader header = new WSSecHeader(envelope);
            header.insertSecurityHeader();
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setTimeToLive(Math.toIntExact(LIFE.toSeconds()));
            timestamp.setWsTimeSource(clock::instant);
            timestamp.build();

            WSSecSignature signature = new WSSecSignature(header);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(key.signatureAlgorithm());
            signature.setDigestAlgo(SoapNames.SHA256);
            signature.setSigCanonicalization(SoapNames.EXCLUSIVE_C14N);
            signature.setExpandXopInclude(false);
            signature.setSignatureProvider(key.provider());
            signature.setUserInfo("key", "");
            signature.getParts().addAll(List.of(part(SoapNames.ENVELOPE, "Body"), part(SoapNames.WSU, "Timestamp")));
            signature.build(crypto);
        } catch (WSSecurityException e) {
            if (isTheKeys(e)) {
                throw new FailureException(Failure.of(FailureCode.HSM_UNAVAILABLE), e);
            }
            throw new IllegalStateException("the answer cannot be signed", e);
        }
    }

    private static boolean isTheKeys(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < MOST_CAUSES; i++, cause = cause.getCause()) {
            if (cause instanceof SignatureException) {
                return true;
            }
        }
        return false;
    }

    private static WSEncryptionPart part(String namespace, String name) {
        return new WSEncryptionPart(name, namespace, "Content");
    }
}
