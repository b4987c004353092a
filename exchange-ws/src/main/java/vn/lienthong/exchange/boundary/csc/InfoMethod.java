package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import vn.lienthong.exchange.boundary.rest.json.Json;
import vn.lienthong.signer.algorithm.SignatureScheme.KeyKind;

/** What this service is and can do. Source: CSC API v2, section 11.1. */
final class InfoMethod {
    private final CscSettings settings;
    private final List<String> methods;

    InfoMethod(CscSettings settings, List<String> methods) {
        this.settings = settings;
        this.methods = List.copyOf(methods);
    }

    ObjectNode info(HttpServletRequest request) {
        ObjectNode info = Json.shared().createObjectNode();
        info.put("specs", settings.specs());
        info.put("name", settings.name());
        settings.logo().map(URI::toString).ifPresent(logo -> info.put("logo", logo));
        info.put("region", "VN");
        info.put("lang", "vi-VN");
        info.put("description", "Ký số từ xa bằng khóa trong HSM, dưới quyền kiểm soát duy nhất của người ký");
        strings(info.putArray("authType"), List.of("oauth2code", "oauth2client"));
        info.put("oauth2", ServerAddress.of(request) + "/csc/v2");
        info.put("asynchronousOperationMode", true);
        strings(info.putArray("methods"), methods);
        info.put("validationInfo", true);
        ArrayNode algorithms = info.putObject("signAlgorithms").putArray("algos");
        strings(algorithms, SignAlgorithms.of(KeyKind.RSA));
        strings(algorithms, SignAlgorithms.of(KeyKind.EC));
        ObjectNode formats = info.putObject("signature_formats");
        strings(formats.putArray("formats"), WantedForm.FORMATS);
        ArrayNode envelopes = formats.putArray("envelope_properties");
        WantedForm.ENVELOPES.forEach(names -> strings(envelopes.addArray(), names));
        strings(info.putArray("conformance_levels"), WantedForm.LEVELS);
        return info;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }
}
