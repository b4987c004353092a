package vn.lienthong.signer.validate.jws;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The signatures of a JWS, and what hangs on them unsigned. Whether they hold is asked elsewhere.
 *
 * <p>Source: RFC 7515 §7.2, TS 119 182-1 §5.3.
 */
public final class JwsSignatures {
    private static final Set<String> TIMESTAMPS = Set.of("sigTst", "arcTst", "sigRTst", "rfsTst");
    private static final Set<String> NOT_CHECKED = Set.of("xRefs", "rRefs", "axRefs", "arRefs", "sigPSt");

    /** The one of EN 319 132-1 §5.1.3 in which everything here is: TS 119 182-1 §5.4.1. */
    private static final String DER = "http://uri.etsi.org/01903/v1.2.2#DER";

    private static final String CANONICAL = "http://json-canonicalization.org/algorithm";

    private final EnumSet<JwsFault> faults = EnumSet.noneOf(JwsFault.class);
    private final List<byte[]> certificates = new ArrayList<>();
    private final List<byte[]> crls = new ArrayList<>();
    private final List<byte[]> ocspResponses = new ArrayList<>();
    private final List<byte[]> timestamps = new ArrayList<>();
    private int count;

    private JwsSignatures() {}

    /** The signatures, in JSON or in the compact form; what is no JSON within is of no known kind. */
    public static JwsSignatures read(byte[] jws) {
        JwsSignatures signatures = new JwsSignatures();
        try {
            if (jws.length > 0 && jws[0] == 'e') {
                signatures.compact(new String(jws, StandardCharsets.ISO_8859_1));
            } else {
                signatures.whole(JsonTree.of(jws));
            }
        } catch (IOException e) {
            signatures.unknown();
        }
        return signatures;
    }

    private void unknown() {
        faults.add(JwsFault.UNKNOWN);
    }

    private void whole(Object tree) throws IOException {
        Map<String, Object> members =
                members(tree, Set.of("payload", "signatures", "protected", "header", "signature"));
        if (members.containsKey("payload") && !(members.get("payload") instanceof String)) {
            unknown();
        }
        if (!members.containsKey("signatures")) {
            signature(members);
            return;
        }
        if (!Set.of("payload", "signatures").containsAll(members.keySet())) {
            unknown();
        }
        for (Object one : list(members.get("signatures"))) {
            signature(members(one, Set.of("protected", "header", "signature")));
        }
    }

    private void signature(Map<String, Object> members) throws IOException {
        count++;
        urlDecoded(members.get("signature"));
        header(urlDecoded(members.get("protected")));
        if (members.containsKey("header")) {
            Map<String, Object> unsigned = members(members.get("header"), Set.of("etsiU"), Set.of("kid"));
            for (Object property : list(unsigned.getOrDefault("etsiU", List.of()))) {
                property(property);
            }
        }
    }

    /** The certificates that a protected header carries; the header itself is empty if it is none. */
    private Map<?, ?> header(byte[] json) throws IOException {
        if (json.length == 0 || !(JsonTree.of(json) instanceof Map<?, ?> signed)) {
            return Map.of();
        }
        if (signed.get("x5c") instanceof List<?> path) {
            path.forEach(certificate -> certificates.add(der(certificate)));
        }
        return signed;
    }

    /**
     * Three parts and two dots, and nothing else: what signs nothing is the spelling of the third. RFC 7515 §7.1; a payload
     * under {@code "b64":false} is signed as it stands, RFC 7797 §5.2.
     */
    private void compact(String text) throws IOException {
        count++;
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            unknown();
            return;
        }
        Map<?, ?> signed = header(urlDecoded(parts[0]));
        if (signed.get("b64") != JsonToken.VALUE_FALSE) {
            urlDecoded(parts[1]);
        }
        if (urlDecoded(parts[2]).length == 0) {
            unknown();
        }
    }

    /** Each in plain JSON, or in JSON as base64url. */
    private void property(Object property) throws IOException {
        Object tree = property instanceof String ? JsonTree.of(urlDecoded(property)) : property;
        if (!(tree instanceof Map<?, ?> named) || named.size() != 1) {
            unknown();
            return;
        }
        String name = String.valueOf(named.keySet().iterator().next());
        Object value = named.values().iterator().next();
        if (TIMESTAMPS.contains(name)) {
            timestamp(value);
        } else if (NOT_CHECKED.contains(name)) {
            faults.add(JwsFault.NOT_CHECKED);
        } else {
            evidence(name, value);
        }
    }

    private void evidence(String name, Object value) throws IOException {
        switch (name) {
            case "xVals", "axVals" -> {
                for (Object one : list(value)) {
                    Map<String, Object> kinds = members(one, Set.of("x509Cert"), Set.of("otherCert"));
                    Object certificate = kinds.get("x509Cert");
                    if (certificate != null) {
                        values(certificates, List.of(certificate));
                    } else if (!(one instanceof Map<?, ?> other && other.containsKey("otherCert"))) {
                        unknown();
                    }
                }
            }
            case "rVals", "arVals" -> {
                Map<String, Object> kinds = members(value, Set.of("crlVals", "ocspVals"));
                values(crls, list(kinds.getOrDefault("crlVals", List.of())));
                values(ocspResponses, list(kinds.getOrDefault("ocspVals", List.of())));
            }
            case "tstVD", "anyValData" -> {
                for (Map.Entry<String, Object> kind :
                        members(value, Set.of("xVals", "rVals")).entrySet()) {
                    evidence(kind.getKey(), kind.getValue());
                }
            }
            case "cSig" -> counterSignature(value);
            default -> unknown();
        }
    }

    private void counterSignature(Object value) throws IOException {
        if (value instanceof String compact) {
            compact(compact);
        } else {
            whole(value);
        }
    }

    private void timestamp(Object value) {
        Map<String, Object> members = members(value, Set.of("tstTokens", "canonAlg"));
        if (members.containsKey("canonAlg") && !CANONICAL.equals(members.get("canonAlg"))) {
            unknown();
        }
        values(timestamps, list(members.getOrDefault("tstTokens", "")));
    }

    private void values(List<byte[]> into, List<?> values) {
        for (Object value : values) {
            Map<String, Object> members = members(value, Set.of("val", "encoding"), Set.of("specRef", "type"));
            if (members.containsKey("encoding") && !DER.equals(members.get("encoding"))) {
                unknown();
            }
            into.add(der(members.getOrDefault("val", "")));
        }
    }

    private byte[] urlDecoded(@Nullable Object base64url) {
        return decoded(Base64.getUrlEncoder().withoutPadding(), Base64.getUrlDecoder(), base64url);
    }

    private byte[] der(Object base64) {
        return decoded(Base64.getEncoder(), Base64.getDecoder(), base64);
    }

    /** RFC 4648 §3.5: bits that are left over are zero, and padding is as the alphabet's users have it. */
    private byte[] decoded(Base64.Encoder encoder, Base64.Decoder decoder, @Nullable Object text) {
        try {
            if (text instanceof String string) {
                byte[] octets = decoder.decode(string);
                if (encoder.encodeToString(octets).equals(string)) {
                    return octets;
                }
            }
            unknown();
        } catch (IllegalArgumentException e) {
            unknown();
        }
        return new byte[0];
    }

    private Map<String, Object> members(@Nullable Object tree, Set<String> known) {
        return members(tree, known, Set.of());
    }

    /** @param notChecked members that the standard has too, and that nothing here looks into */
    private Map<String, Object> members(@Nullable Object tree, Set<String> known, Set<String> notChecked) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        } else {
            unknown();
        }
        if (members.keySet().removeAll(notChecked)) {
            faults.add(JwsFault.NOT_CHECKED);
        }
        if (!known.containsAll(members.keySet())) {
            unknown();
        }
        return members;
    }

    private List<?> list(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            return list;
        }
        unknown();
        return List.of();
    }

    public Set<JwsFault> faults() {
        return Set.copyOf(faults);
    }

    /** Signatures, counter-signatures too. */
    public int count() {
        return count;
    }

    /** In DER; what is no base64 is empty. */
    public List<byte[]> certificates() {
        return List.copyOf(certificates);
    }

    public List<byte[]> crls() {
        return List.copyOf(crls);
    }

    public List<byte[]> ocspResponses() {
        return List.copyOf(ocspResponses);
    }

    public List<byte[]> timestampTokens() {
        return List.copyOf(timestamps);
    }
}
