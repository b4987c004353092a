package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.signer.sign.SignatureDetails;

/**
 * The member {@code signed_props}: attributes that are signed along. The specification names none, so each has the name of
 * its format's own standard. One that cannot be put into the signature is refused: left out, the signature would be over
 * something else than was asked for.
 *
 * <p>Source: CSC API v2, section 11.12; ISO 32000-1 table 252; ETSI EN 319 132-1 §5.2.5; ETSI TS 119 182-1 §5.2.4.
 */
final class SignedProperties {
    /** By format: which names there are. Where a place is told it is a city. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "P", List.of("Name", "Reason", "Location", "ContactInfo"),
            "X", List.of("SignatureProductionPlaceV2"),
            "J", List.of("sigPl"),
            "C", List.of());

    private static final String PARAMETER = "signed_props";

    private SignedProperties() {}

    /** @throws CscRefusal in the words of the specification */
    static SignatureDetails of(String format, CscBody body) {
        Map<String, String> values = new TreeMap<>();
        for (ObjectNode property : body.objects(PARAMETER)) {
            CscBody read = CscBody.of(property);
            String name = read.text("attribute_name");
            String value = read.text("attribute_value");
            if (!NAMES.getOrDefault(format, List.of()).contains(name) || values.put(name, value) != null) {
                throw invalid();
            }
        }
        String place = values.getOrDefault("SignatureProductionPlaceV2", values.getOrDefault("sigPl", ""));
        try {
            return new SignatureDetails(
                    values.getOrDefault("Name", ""),
                    values.getOrDefault("Reason", ""),
                    values.getOrDefault("Location", place),
                    values.getOrDefault("ContactInfo", ""));
        } catch (IllegalArgumentException tooLong) {
            throw invalid();
        }
    }

    private static CscRefusal invalid() {
        return CscRefusal.invalidRequest("Invalid parameter " + PARAMETER);
    }
}
