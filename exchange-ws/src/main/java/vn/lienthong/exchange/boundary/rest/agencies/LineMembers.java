package vn.lienthong.exchange.boundary.rest.agencies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyTexts;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.agency.imports.AgencyLine;
import vn.lienthong.exchange.domain.failure.Finding;

/** The members of one line's object, each looked at by itself. */
final class LineMembers {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(3).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> KNOWN =
            Set.of("id", "name", "mail", "parent", "code102", "aliases", "system", "closed", "successor");

    private final int line;
    private final JsonNode object;
    private final List<Finding> faults = new ArrayList<>();

    private LineMembers(int line, JsonNode object) {
        this.line = line;
        this.object = object;
    }

    static LineMembers parse(int line, byte[] text) {
        JsonNode object = null;
        try {
            object = JSON.readTree(text);
        } catch (IOException notJson) {
            // told below
        }
        LineMembers members = new LineMembers(line, object == null ? JSON.missingNode() : object);
        if (object == null || !object.isObject()) {
            members.faults.add(new Finding("M." + line, "no JSON object"));
        }
        return members;
    }

    List<Finding> faults() {
        return faults;
    }

    /** What the line says; empty if it has faults. */
    Optional<AgencyLine> agency() {
        if (!object.isObject()) {
            return Optional.empty();
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                fault("M", name.length() > 35 ? "…" : name, "not known");
            }
        });
        OrganId id = required(code("id"), "id");
        String name = required(text("name", AgencyTexts::isName, text -> text), "name");
        String mail = text("mail", AgencyTexts::isMail, text -> text);
        OrganId parent = code("parent");
        OrganId code102 = code("code102");
        SystemId system = text("system", SystemId::isWellFormed, SystemId::new);
        OrganId successor = code("successor");
        Boolean closed = closed();
        List<OrganId> aliases = aliases(code102);
        if (successor != null && !Boolean.TRUE.equals(closed)) {
            fault("M", "successor", "of an agency that is not closed");
        }
        if (id == null || name == null || !faults.isEmpty()) {
            return Optional.empty();
        }
        Agency agency = new Agency(id, name, mail, parent, code102 == null ? null : code102.value(), aliases, system);
        return Optional.of(new AgencyLine(line, agency, closed, successor));
    }

    private <T> @Nullable T required(@Nullable T value, String name) {
        if (value == null && !object.has(name)) {
            fault("N", name, "missing");
        }
        return value;
    }

    private @Nullable OrganId code(String name) {
        return text(name, OrganId::isWellFormed, OrganId::new);
    }

    private <T> @Nullable T text(String name, Predicate<String> wellFormed, Function<String, T> value) {
        JsonNode node = object.path(name);
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isTextual() || !wellFormed.test(node.asText())) {
            fault("M", name, "not well-formed");
            return null;
        }
        return value.apply(node.asText());
    }

    private @Nullable Boolean closed() {
        JsonNode node = object.path("closed");
        if (!node.isMissingNode() && !node.isBoolean()) {
            fault("M", "closed", "neither true nor false");
        }
        return node.isBoolean() ? node.asBoolean() : null;
    }

    /** The code of QCVN 102 reaches the agency too. */
    private List<OrganId> aliases(@Nullable OrganId code102) {
        Set<OrganId> aliases = new LinkedHashSet<>();
        JsonNode array = object.path("aliases");
        if (!array.isMissingNode() && !array.isArray()) {
            fault("M", "aliases", "no array");
        }
        for (JsonNode alias : array) {
            if (alias.isTextual() && OrganId.isWellFormed(alias.asText())) {
                aliases.add(new OrganId(alias.asText()));
            } else {
                fault("M", "aliases", "not well-formed");
                return List.of();
            }
        }
        if (code102 != null) {
            aliases.add(code102);
        }
        if (aliases.size() > Agency.MOST_ALIASES) {
            fault("R", "aliases", "more than " + Agency.MOST_ALIASES);
        }
        return List.copyOf(aliases);
    }

    private void fault(String kind, String member, String detail) {
        faults.add(new Finding(kind + "." + line + "." + member, detail));
    }
}
