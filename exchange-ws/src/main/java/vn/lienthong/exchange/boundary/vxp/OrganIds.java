package vn.lienthong.exchange.boundary.vxp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.Set;
import vn.lienthong.exchange.domain.agency.OrganId;

/** Reads a parameter that names agencies: one identifier, several behind commas, or a JSON array of them. */
final class OrganIds {
    private static final JsonMapper JSON = new JsonMapper();

    private OrganIds() {}

    static OrganId one(String parameter, String text) {
        if (!OrganId.isWellFormed(text)) {
            throw SignedRequest.invalid(parameter);
        }
        return new OrganId(text);
    }

    static Set<OrganId> several(String parameter, String text) {
        Set<OrganId> ids = new HashSet<>();
        if (!text.startsWith("[")) {
            for (String part : text.split(",", -1)) {
                ids.add(one(parameter, part.strip()));
            }
            return ids;
        }
        try {
            for (JsonNode item : JSON.readTree(text)) {
                ids.add(one(parameter, item.asText().strip()));
            }
            return ids;
        } catch (JsonProcessingException e) {
            throw SignedRequest.invalid(parameter);
        }
    }
}
