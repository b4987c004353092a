package vn.lienthong.exchange.boundary.csc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.exchange.domain.remote.SignedWords;
import vn.lienthong.signer.sign.SignatureDetails;

/**
 * The member {@code signed_props}: attributes that are signed along. The specification names none, so each has the name of
 * its format's own standard. One that cannot be put into the signature is refused: left out, the signature would be over
 * something else than was asked for.
 *
 * <p>Source: CSC API v2, section 11.12; ISO 32000-1 table 252; ETSI EN 319 132-1 §5.2.5; ETSI TS 119 182-1 §5.2.4.
 */
public final class SignedProperties {
    /** By format: which names there are. Where a place is told it is a city. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "P", List.of("Name", "Reason", "Location", "ContactInfo"),
            "X", List.of("SignatureProductionPlaceV2"),
            "J", List.of("sigPl"),
            "C", List.of());

    private static final String PARAMETER = "signed_props";
    private static final String LOCATION = "Location";
    private static final List<String> PLACES = List.of("SignatureProductionPlaceV2", "sigPl");

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
                    values.getOrDefault(LOCATION, place),
                    values.getOrDefault("ContactInfo", ""));
        } catch (IllegalArgumentException tooLong) {
            throw invalid();
        }
    }

    /**
     * What an official is asked to agree to, of a document whose format is not told yet: names of any format.
     *
     * @param document an object that may have the member {@code signed_props}
     * @throws CscRefusal in the words of the specification
     */
    public static SignedWords agreed(ObjectNode document) {
        Map<String, String> values = new TreeMap<>();
        for (ObjectNode property : CscBody.of(document).objects(PARAMETER)) {
            CscBody read = CscBody.of(property);
            String name = read.text("attribute_name");
            boolean known = NAMES.values().stream().anyMatch(names -> names.contains(name));
            if (!known || values.put(PLACES.contains(name) ? LOCATION : name, read.text("attribute_value")) != null) {
                throw invalid();
            }
        }
        try {
            return new SignedWords(
                    values.getOrDefault("Name", ""),
                    values.getOrDefault("Reason", ""),
                    values.getOrDefault(LOCATION, ""),
                    values.getOrDefault("ContactInfo", ""));
        } catch (IllegalArgumentException tooLong) {
            throw invalid();
        }
    }

    private static CscRefusal invalid() {
        return CscRefusal.invalidRequest("Invalid parameter " + PARAMETER);
    }
}
