package vn.lienthong.signer.validate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import vn.lienthong.signer.algorithm.Bytes;

/**
 * A file that must not be called valid.
 *
 * @param expected the finding that must say why; empty if the engine's own word is enough
 */
record Attack(Bytes file, Optional<FindingCode> expected) {

    /** Attacks by the name of their fault. */
    static final class Corpus {
        private final Map<String, Attack> attacks = new LinkedHashMap<>();

        void add(String name, byte[] file, FindingCode expected) {
            put(name, new Attack(Bytes.of(file), Optional.of(expected)));
        }

        void add(String name, Document document, FindingCode expected) {
            add(name, XadesForge.octets(document), expected);
        }

        void add(String name, Document document) {
            add(name, XadesForge.octets(document));
        }

        void add(String name, byte[] file) {
            put(name, new Attack(Bytes.of(file), Optional.empty()));
        }

        private void put(String name, Attack attack) {
            if (attacks.put(name, attack) != null) {
                throw new IllegalStateException("two attacks of the name " + name);
            }
        }

        Map<String, Attack> attacks() {
            return attacks;
        }
    }
}
