package vn.lienthong.exchange.infrastructure.seed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The directory file as it is written; a list left out is empty. */
record DirectoryJson(
        List<AgencyJson> agencies,
        List<SystemJson> systems,
        List<PersonJson> people,
        List<KeyPolicyJson> keyPolicies,
        List<ClientJson> clients) {
    DirectoryJson {
        agencies = orNone(agencies);
        systems = orNone(systems);
        people = orNone(people);
        keyPolicies = orNone(keyPolicies);
        clients = orNone(clients);
    }

    record AgencyJson(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            @Nullable String mail,
            @Nullable String parent,
            @Nullable String code102,
            List<String> aliases) {
        AgencyJson {
            aliases = orNone(aliases);
        }
    }

    record SystemJson(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            List<String> agencies,
            List<String> roles,
            @Nullable String vxpSecretFile,
            @Nullable String tokenFile,
            @Nullable String certificateFile,
            List<String> keys) {
        SystemJson {
            agencies = orNone(agencies);
            roles = orNone(roles);
            keys = orNone(keys);
        }
    }

    record PersonJson(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String fullName,
            List<String> agencies,
            List<String> roles,
            @Nullable String tokenFile,
            List<String> keys) {
        PersonJson {
            agencies = orNone(agencies);
            roles = orNone(roles);
            keys = orNone(keys);
        }
    }

    /** A key's first policy; a limit left out is none. */
    record KeyPolicyJson(
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) boolean enabled,
            List<String> uses,
            List<String> documentKinds,
            List<String> hours,
            @Nullable Long perDay,
            @Nullable Long inAll) {
        KeyPolicyJson {
            uses = orNone(uses);
            documentKinds = orNone(documentKinds);
            hours = orNone(hours);
        }
    }

    /** A signing application; with neither a secret nor a key it is one that can keep none. */
    record ClientJson(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            @Nullable String secretFile,
            @Nullable String publicKeyFile,
            List<String> redirectUris,
            List<String> responseUris,
            boolean explicit,
            @Nullable String passkeyOrigin) {
        ClientJson {
            redirectUris = orNone(redirectUris);
            responseUris = orNone(responseUris);
        }
    }

    // Jackson hands null for what is left out, whatever the annotations say.
    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.<T>of());
    }
}
