package vn.lienthong.exchange.infrastructure.seed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Person;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.keypolicy.DocumentKind;
import vn.lienthong.exchange.domain.keypolicy.KeyPolicy;
import vn.lienthong.exchange.domain.keypolicy.SignatureUse;
import vn.lienthong.exchange.domain.keypolicy.SigningHours;
import vn.lienthong.exchange.domain.keypolicy.UsageLimits;
import vn.lienthong.exchange.domain.oauth.OAuthClient;
import vn.lienthong.exchange.infrastructure.seed.DirectoryJson.AgencyJson;
import vn.lienthong.exchange.infrastructure.seed.DirectoryJson.ClientJson;
import vn.lienthong.exchange.infrastructure.seed.DirectoryJson.KeyPolicyJson;
import vn.lienthong.exchange.infrastructure.seed.DirectoryJson.PersonJson;
import vn.lienthong.exchange.infrastructure.seed.DirectoryJson.SystemJson;

/** Reads {@code directory.json}. */
public final class DirectoryFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private DirectoryFile() {}

    /**
     * What the file says, with the secrets that it refers to.
     *
     * @throws IOException if it or a file that it names cannot be read, or it says something unknown
     * @throws IllegalArgumentException if an identifier or role in it is malformed
     */
    public static DirectorySeed read(Path file) throws IOException {
        DirectoryJson json = parse(file);
        SecretFiles secrets = new SecretFiles(file.toAbsolutePath().resolveSibling(""));
        List<ConnectedSystem> systems = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        List<DirectorySeed.Grant> grants = new ArrayList<>();
        Map<OrganId, SystemId> systemOf = new HashMap<>();
        for (SystemJson system : json.systems()) {
            systems.add(system(system, secrets));
            system.agencies().forEach(agency -> systemOf.put(new OrganId(agency), new SystemId(system.id())));
            system.keys().forEach(key -> grants.add(new DirectorySeed.Grant(system.id(), key)));
        }
        for (PersonJson person : json.people()) {
            people.add(person(person, secrets));
            person.keys().forEach(key -> grants.add(new DirectorySeed.Grant(person.name(), key)));
        }
        List<Agency> agencies = json.agencies().stream()
                .map(agency -> agency(agency, systemOf.get(new OrganId(agency.id()))))
                .toList();
        List<OAuthClient> clients = new ArrayList<>();
        for (ClientJson client : json.clients()) {
            clients.add(client(client, secrets));
        }
        return new DirectorySeed(systems, agencies, people, grants, policies(json.keyPolicies()), clients);
    }

    /** What is wrong is told with its place, in one line: a person wrote the file. */
    private static DirectoryJson parse(Path file) throws IOException {
        try {
            return JSON.readValue(file.toFile(), DirectoryJson.class);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where = place == null ? "" : ", line " + place.getLineNr() + ", column " + place.getColumnNr();
            String what = e.getOriginalMessage().lines().findFirst().orElse("").replace('"', '\'');
            throw new IOException(file.getFileName() + where + ": " + what, e);
        }
    }

    /** By alias, which is the order in which every node locks them. */
    private static List<KeyPolicy> policies(List<KeyPolicyJson> given) {
        Map<String, KeyPolicy> policies = new TreeMap<>();
        given.forEach(policy -> policies.put(policy.key(), policy(policy)));
        return List.copyOf(policies.values());
    }

    private static KeyPolicy policy(KeyPolicyJson json) {
        return new KeyPolicy(
                json.key(),
                json.enabled(),
                json.uses().stream().map(SignatureUse::valueOf).collect(Collectors.toCollection(TreeSet::new)),
                json.documentKinds().stream().map(DocumentKind::new).collect(Collectors.toCollection(TreeSet::new)),
                json.hours().stream().map(DirectoryFile::hours).toList(),
                new UsageLimits(json.perDay(), json.inAll()));
    }

    private static SigningHours hours(String text) {
        return SigningHours.parse(text)
                .orElseThrow(() -> new IllegalArgumentException("hours are written as MONDAY 07:30-17:30"));
    }

    private static ConnectedSystem system(SystemJson json, SecretFiles secrets) throws IOException {
        return new ConnectedSystem(
                new SystemId(json.id()),
                json.name(),
                secrets.secret(json.vxpSecretFile()),
                secrets.tokenDigest(json.tokenFile()),
                secrets.certificateDigest(json.certificateFile()),
                roles(json.roles()));
    }

    private static Person person(PersonJson json, SecretFiles secrets) throws IOException {
        return new Person(
                json.name(),
                json.fullName(),
                secrets.tokenDigest(json.tokenFile()),
                roles(json.roles()),
                json.agencies().stream().map(OrganId::new).collect(Collectors.toSet()));
    }

    private static OAuthClient client(ClientJson json, SecretFiles secrets) throws IOException {
        return new OAuthClient(
                json.id(),
                json.name(),
                secrets.tokenDigest(json.secretFile()),
                secrets.assertionKey(json.publicKeyFile()),
                json.redirectUris(),
                json.responseUris(),
                json.explicit(),
                json.passkeyOrigin());
    }

    private static Agency agency(AgencyJson json, @Nullable SystemId system) {
        String parent = json.parent();
        return new Agency(
                new OrganId(json.id()),
                json.name(),
                json.mail(),
                parent == null ? null : new OrganId(parent),
                json.code102(),
                json.aliases().stream().map(OrganId::new).toList(),
                system);
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream().map(Role::valueOf).collect(Collectors.toSet());
    }
}
