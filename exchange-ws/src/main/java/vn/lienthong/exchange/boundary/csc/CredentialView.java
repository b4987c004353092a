package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import vn.lienthong.exchange.application.remote.Credential;
import vn.lienthong.exchange.application.remote.SignatureWish;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.exchange.boundary.text.CertificateNames;

/** A credential as credentials/info and credentials/list show it. Source: CSC API v2, section 11.5. */
final class CredentialView {
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

    private CredentialView() {}

    /** How much of it is shown. */
    record Extent(Certificates certificates, boolean certInfo, boolean authInfo) {
        static Extent of(CscBody body) {
            return new Extent(
                    Certificates.of(body.optionalText("certificates").orElse("single")),
                    body.flag("certInfo", false),
                    body.flag("authInfo", false));
        }
    }

    /** Which certificates are shown. */
    enum Certificates {
        NONE,
        SINGLE,
        CHAIN;

        static Certificates of(String text) {
            return switch (text) {
                case "none" -> NONE;
                case "single" -> SINGLE;
                case "chain" -> CHAIN;
                default -> throw CscRefusal.invalidRequest("Invalid parameter certificates");
            };
        }
    }

    /** How the application gets the official's authorisation. */
    enum Auth {
        /** The official gives it on this server's page: sent there by the browser, or on another device. */
        ON_PAGE,
        /** The application asks for PIN and one-time password itself. */
        BY_PASSWORD,
        /** The same, where the official also has passkeys that the application may ask for. */
        WITH_PASSKEY
    }

    static ObjectNode of(Credential credential, Extent extent, Auth auth, Instant now) {
        ObjectNode view = Json.shared().createObjectNode();
        ObjectNode key = view.putObject("key");
        key.put("status", credential.enabled() ? "enabled" : "disabled");
        ArrayNode algorithms = key.putArray("algo");
        SignAlgorithms.of(credential.key().scheme().keyKind()).forEach(algorithms::add);
        keySize(key, credential.key().certificate());
        certificate(view.putObject("cert"), credential, extent, now);
        if (extent.authInfo()) {
            authentication(view.putObject("auth"), auth);
        }
        view.put("SCAL", "2");
        view.put("multisign", SignatureWish.MOST);
        view.put("lang", "vi-VN");
        return view;
    }

    private static void keySize(ObjectNode key, X509Certificate certificate) {
        switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> key.put("len", rsa.getModulus().bitLength());
            case ECPublicKey ec -> {
                key.put("len", ec.getParams().getCurve().getField().getFieldSize());
                key.put("curve", curve(ec));
            }
            default -> key.put("len", 0);
        }
    }

    private static String curve(ECPublicKey key) {
        return ASN1ObjectIdentifier.getInstance(SubjectPublicKeyInfo.getInstance(key.getEncoded())
                        .getAlgorithm()
                        .getParameters())
                .getId();
    }

    private static void certificate(ObjectNode cert, Credential credential, Extent extent, Instant now) {
        X509Certificate certificate = credential.key().certificate();
        List<X509Certificate> shown = switch (extent.certificates()) {
            case NONE -> List.of();
            case SINGLE -> List.of(certificate);
            case CHAIN -> credential.key().chain();
        };
        cert.put("status", status(credential, now));
        if (!shown.isEmpty()) {
            ArrayNode certificates = cert.putArray("certificates");
            shown.forEach(each -> certificates.add(base64(each)));
        }
        if (extent.certInfo()) {
            cert.put("issuerDN", CertificateNames.of(certificate.getIssuerX500Principal()));
            cert.put("serialNumber", certificate.getSerialNumber().toString(16));
            cert.put("subjectDN", CertificateNames.of(certificate.getSubjectX500Principal()));
            cert.put("validFrom", time(certificate.getNotBefore().toInstant()));
            cert.put("validTo", time(certificate.getNotAfter().toInstant()));
        }
    }

    /** One that is not valid yet has no name of its own in the specification. */
    private static String status(Credential credential, Instant now) {
        if (credential.revoked()) {
            return "revoked";
        }
        if (credential.certificateValidAt(now)) {
            return "valid";
        }
        boolean past = now.isAfter(credential.key().certificate().getNotAfter().toInstant());
        return past ? "expired" : "suspended";
    }

    private static void authentication(ObjectNode auth, Auth way) {
        auth.put("mode", way == Auth.ON_PAGE ? "oauth2code" : "explicit");
        auth.put(
                "expression",
                switch (way) {
                    case ON_PAGE -> ApprovalObject.ID;
                    case BY_PASSWORD -> "(PIN AND OTP) OR " + ApprovalObject.ID;
                    case WITH_PASSKEY -> "(PIN AND (OTP OR PASSKEY)) OR " + ApprovalObject.ID;
                });
        ArrayNode objects = auth.putArray("objects");
        if (way != Auth.ON_PAGE) {
            ObjectNode pin = objects.addObject();
            pin.put("type", "Password").put("id", "PIN").put("format", "N").put("label", "Mã PIN ký số");
            pin.put("description", "Mã PIN ký số gồm 6 đến 16 chữ số");
            ObjectNode otp = objects.addObject();
            otp.put("type", "Password").put("id", "OTP").put("format", "N").put("label", "Mã xác thực một lần");
            otp.put("description", "6 chữ số trên ứng dụng xác thực").put("generator", "totp");
        }
        if (way == Auth.WITH_PASSKEY) {
            PasskeyObject.describe(objects.addObject());
        }
        ApprovalObject.describe(objects.addObject());
    }

    private static String time(Instant instant) {
        return GENERALIZED_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate of the keys file has an encoding", e);
        }
    }
}
