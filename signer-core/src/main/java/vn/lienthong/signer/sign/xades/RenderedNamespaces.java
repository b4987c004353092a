package vn.lienthong.signer.sign.xades;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Which namespace declarations the open elements have been given in the canonical form. What is asked of a prefix takes the
 * same time however many there are. Not thread-safe.
 */
final class RenderedNamespaces {
    private record Declaration(String prefix, String uri, int depth) {}

    private final Deque<Declaration> declarations = new ArrayDeque<>();
    private final Map<String, Deque<String>> inForce = new HashMap<>();

    /** Whether an element that uses the prefix has to be given its declaration. The empty prefix is the default namespace's. */
    boolean isNeeded(String prefix, String uri) {
        Deque<String> uris = inForce.get(prefix);
        // without a declaration no prefix means no namespace
        return uris == null || uris.isEmpty() ? !uri.isEmpty() : !uris.peek().equals(uri);
    }

    void rendered(String prefix, String uri, int depth) {
        declarations.push(new Declaration(prefix, uri, depth));
        inForce.computeIfAbsent(prefix, _ -> new ArrayDeque<>()).push(uri);
    }

    /** The element at that depth ended. */
    void ended(int depth) {
        while (!declarations.isEmpty() && declarations.getFirst().depth == depth) {
            Deque<String> uris = inForce.get(declarations.pop().prefix);
            if (uris != null) {
                uris.pop();
            }
        }
    }
}
