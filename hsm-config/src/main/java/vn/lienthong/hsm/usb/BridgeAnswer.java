package vn.lienthong.hsm.usb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** What the bridge answers to a page that may ask. */
record BridgeAnswer(int status, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of each code that is not a mistake of the page. */
    private static final Map<String, Integer> STATUS = Map.of(
            "certificate-unknown", 404,
            "token-missing", 409,
            "token-refused", 409,
            "pin-refused", 403,
            "person-refused", 403,
            "pin-file", 500);

    static BridgeAnswer ok(JsonNode body) {
        return new BridgeAnswer(200, body);
    }

    static BridgeAnswer of(UsbFault fault) {
        return new BridgeAnswer(
                STATUS.getOrDefault(fault.code(), 500),
                JSON.createObjectNode()
                        .put("code", fault.code())
                        .put("detail", fault.vietnamese())
                        .put("detailEn", fault.getMessage()));
    }

    static BridgeAnswer refused(int status, String code) {
        return new BridgeAnswer(status, JSON.createObjectNode().put("code", code));
    }
}
