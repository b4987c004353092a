package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/** What this service is and can do. Source: CSC API v2, section 11.1. */
final class InfoMethod {
    /** Served with the pages. Source: CSC API v2, section 11.1: PNG, at most 256 by 256 pixels. */
    private static final String LOGO = "/logo.png";

    private static final String OAUTH2 = "/csc/v2";
    private static final List<String> AUTH_TYPES = List.of("oauth2code", "oauth2client");

    private final CscSettings settings;
    private final List<String> methods;

    InfoMethod(CscSettings settings, List<String> methods) {
        this.settings = settings;
        this.methods = List.copyOf(methods);
    }

    /** @param here how clients reach this server, without a slash at its end */
    ObjectNode info(String here) {
        ObjectNode info = Json.shared().createObjectNode();
        info.put("specs", settings.specs().text());
        info.put("name", settings.name());
        info.put("logo", settings.logo().map(URI::toString).orElse(here + LOGO));
        info.put("region", "VN");
        info.put("lang", "vi-VN");
        info.put("description", "Ký số từ xa bằng khóa trong HSM, dưới quyền kiểm soát duy nhất của người ký");
        strings(info.putArray("authType"), AUTH_TYPES);
        info.put("oauth2", here + OAUTH2);
        info.put("asynchronousOperationMode", true);
        strings(info.putArray("methods"), methods);
        info.put("validationInfo", true);
        algorithms(info.putObject("signAlgorithms"));
        ObjectNode formats = info.putObject("signature_formats");
        strings(formats.putArray("formats"), WantedForm.FORMATS);
        ArrayNode envelopes = formats.putArray("envelope_properties");
        WantedForm.ENVELOPES.forEach(names -> strings(envelopes.addArray(), names));
        strings(info.putArray("conformance_levels"), WantedForm.LEVELS);
        if (isAtLeast22()) {
            since22(info, formats, here);
        }
        return info;
    }

    private boolean isAtLeast22() {
        return settings.specs().compareTo(CscVersion.V2_2_0_0) >= 0;
    }

    /** Source: CSC API v2.2.0.0, section 11.1. */
    private static void since22(ObjectNode info, ObjectNode formats, String here) {
        info.put("supportsRar", true);
        ObjectNode server = info.putArray("oauth2Servers").addObject();
        server.put("label", "Liên Thông").put("baseUri", here + OAUTH2);
        strings(server.putArray("authType"), AUTH_TYPES);
        server.put("supportsRar", true);
        // What signHash takes, and what signDoc does.
        strings(info.putArray("supportedHashTypes"), List.of("dtbsr", "sodr"));
        strings(
                info.putArray("documentTypes"),
                List.of("application/pdf", "application/xml", "application/octet-stream"));
        formats.put("allowMix", true);
    }

    /** The parameters stand at the places of the algorithms that need some; the others have none. */
    private void algorithms(ObjectNode algorithms) {
        ArrayNode oids = algorithms.putArray("algos");
        ArrayNode parameters = algorithms.putArray("algoParams");
        for (KeyKind kind : List.of(KeyKind.RSA, KeyKind.EC)) {
            for (String oid : SignAlgorithms.of(kind)) {
                List<String> known = SignAlgorithms.parameters(oid);
                if (known.isEmpty()) {
                    oids.add(oid);
                    parameters.add(isAtLeast22() ? null : "");
                }
                known.forEach(each -> {
                    oids.add(oid);
                    parameters.add(each);
                });
            }
        }
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
