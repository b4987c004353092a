package vn.lienthong.signer.sign.xades;

import java.util.ArrayList;
import java.util.List;

/** Which namespace declarations the open elements have been given in the canonical form. Not thread-safe. */
final class RenderedNamespaces {
    private record Declaration(String prefix, String uri, int depth) {}

    private final List<Declaration> declarations = new ArrayList<>();

    /** Whether an element that uses the prefix has to be given its declaration. The empty prefix is the default namespace's. */
    boolean isNeeded(String prefix, String uri) {
        for (int i = declarations.size() - 1; i >= 0; i--) {
            if (declarations.get(i).prefix.equals(prefix)) {
                return !declarations.get(i).uri.equals(uri);
            }
        }
        // without a declaration no prefix means no namespace
        return !uri.isEmpty();
    }

    void rendered(String prefix, String uri, int depth) {
        declarations.add(new Declaration(prefix, uri, depth));
    }

    /** The element at that depth ended. */
    void ended(int depth) {
        while (!declarations.isEmpty() && declarations.getLast().depth == depth) {
            declarations.removeLast();
        }
    }
}
