package vn.lienthong.exchange.infrastructure.edxml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.content.ContentRef;

/**
 * An element of the header, known by its local name alone: the field's libraries disagree about namespaces.
 *
 * @param text its own text, stripped
 * @param octets set for an attachment's content, whose text is not held
 */
record Element(
        String name,
        Map<String, String> attributes,
        String text,
        List<Element> children,
        @Nullable ContentRef octets) {
    Element {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    /** The children of that name, in order. */
    List<Element> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }
}
