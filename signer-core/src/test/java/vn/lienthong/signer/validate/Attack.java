package vn.lienthong.signer.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * A file that must not be called valid.
 *
 * @param detached content that is handed in beside it
 * @param expected the finding that must say why; empty if the engine's own word is enough
 */
record Attack(byte[] file, Optional<byte[]> detached, Optional<FindingCode> expected) {

    /** Attacks by the name of their fault. */
    static final class Corpus {
        private final Map<String, Attack> attacks = new LinkedHashMap<>();

        void add(String name, byte[] file, FindingCode expected) {
            put(name, new Attack(file, Optional.empty(), Optional.of(expected)));
        }

        void add(String name, Document document, FindingCode expected) {
            add(name, XadesForge.octets(document), expected);
        }

        void add(String name, Document document) {
            put(name, new Attack(XadesForge.octets(document), Optional.empty(), Optional.empty()));
        }

        void put(String name, Attack attack) {
            if (attacks.put(name, attack) != null) {
                throw new IllegalStateException("two attacks of the name " + name);
            }
        }

        Map<String, Attack> attacks() {
            return attacks;
        }
    }
}
