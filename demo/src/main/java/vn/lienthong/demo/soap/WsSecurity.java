package vn.lienthong.demo.soap;

import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.lienthong.demo.story.DemoFailure;

/** Signs requests over Body and Timestamp, and believes answers only if they are signed so too. Source: WS-Security 1.1.1. */
final class WsSecurity {
    private static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    private static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
    private static final int LIFE_SECONDS = 300;

    private final SystemKey key;

    WsSecurity(SystemKey key) {
        this.key = key;
        WSSConfig.init();
    }

    /** The envelope has a Security header with a new timestamp and the system's signature. */
    void sign(Document envelope) {
        try {
            WSSecHeader header = new WSSecHeader(envelope);
            header.insertSecurityHeader();
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setTimeToLive(LIFE_SECONDS);
            timestamp.build();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(RSA_SHA256);
            signature.setDigestAlgo(SHA256);
            signature.setExpandXopInclude(false);
            signature.setUserInfo(key.alias(), key.password());
            signature
                    .getParts()
                    .addAll(List.of(
                            new WSEncryptionPart("Body", WSConstants.URI_SOAP11_ENV, "Content"),
                            new WSEncryptionPart("Timestamp", WSConstants.WSU_NS, "Content")));
            signature.build(key.own());
        } catch (WSSecurityException e) {
            throw new IllegalStateException("the request cannot be signed", e);
        }
    }

    /** @throws DemoFailure if the Body of the envelope is not signed by a machine that the system believes */
    void verify(Document envelope) {
        Element body = (Element) envelope.getElementsByTagNameNS(WSConstants.URI_SOAP11_ENV, "Body")
                .item(0);
        try {
            RequestData request = new RequestData();
            request.setWssConfig(WSSConfig.getNewInstance());
            request.setSigVerCrypto(key.trusted());
            request.setSubjectCertConstraints(List.of(key.server()));
            request.setExpandXopInclude(false);
            // The Basic Security Profile knows no algorithm newer than SHA-1.
            request.setDisableBSPEnforcement(true);
            WSHandlerResult result = new WSSecurityEngine().processSecurityHeader(envelope, request);
            if (result == null || !covers(result, body)) {
                throw new DemoFailure(
                        "phần Body của câu trả lời không được ký", "the Body of the answer is not signed");
            }
        } catch (WSSecurityException e) {
            throw new DemoFailure(
                    "chữ ký của câu trả lời không hợp lệ, hoặc không phải của “" + key.server() + "”: "
                            + e.getMessage(),
                    "the signature of the answer is not valid, or not that of \"" + key.server() + "\": "
                            + e.getMessage());
        }
    }

    private static boolean covers(WSHandlerResult result, Element body) {
        for (WSSecurityEngineResult signature : result.getActionResults().getOrDefault(WSConstants.SIGN, List.of())) {
            if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references
                    && references.stream()
                            .anyMatch(r -> r instanceof WSDataRef ref && ref.getProtectedElement() == body)) {
                return true;
            }
        }
        return false;
    }
}
