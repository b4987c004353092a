package vn.lienthong.exchange.boundary.soap.endpoint;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import org.w3c.dom.Document;
import vn.lienthong.exchange.boundary.soap.security.EnvelopeSigner;
import vn.lienthong.exchange.boundary.soap.security.SigningKey;
import vn.lienthong.exchange.boundary.soap.security.SoapXml;

/** Envelopes as they go over the wire to the server that the container tests share, to be bent at will. */
final class SignedSoap {
    static final String NAMESPACE = "urn:lienthong:exchange:1";

    private SignedSoap() {}

    /** A request that hands those octets in, unsigned. */
    static Document sendDocument(byte[] octets) {
        return SoapXml.envelope("<SendDocument xmlns=\"" + NAMESPACE + "\"><Sha256>" + sha256(octets)
                + "</Sha256><Length>" + octets.length + "</Length><Content>"
                + Base64.getEncoder().encodeToString(octets) + "</Content></SendDocument>");
    }

    static Document getOrganizations() {
        return SoapXml.envelope("<GetOrganizations xmlns=\"" + NAMESPACE + "\"/>");
    }

    static Document signed(SigningKey key, Document envelope) {
        new EnvelopeSigner(key, Clock.systemUTC()).sign(envelope);
        return envelope;
    }

    static HttpResponse<String> post(Document envelope) throws Exception {
        return post(SoapXml.text(envelope));
    }

    static HttpResponse<String> post(String text) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(
                    HttpRequest.newBuilder(SoapSystem.address())
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .POST(BodyPublishers.ofString(text))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    static String sha256(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
