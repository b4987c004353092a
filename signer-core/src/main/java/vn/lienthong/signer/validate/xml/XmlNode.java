package vn.lienthong.signer.validate.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element that was kept while the document streamed past: those of signatures, and what stands around them. */
final class XmlNode {
    private final String namespace;
    private final String name;
    private final @Nullable XmlNode parent;
    private final int depth;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<XmlNode> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<XmlQuirk> quirks = new ArrayList<>();
    private String resolved = "";

    XmlNode(String namespace, String name, @Nullable XmlNode parent, int depth) {
        this.namespace = namespace;
        this.name = name;
        this.parent = parent;
        this.depth = depth;
    }

    boolean is(String inNamespace, String named) {
        return name.equals(named) && namespace.equals(inNamespace);
    }

    String name() {
        return name;
    }

    String namespace() {
        return namespace;
    }

    /** The nearest element around it that was kept; for a signature within content not its own parent. */
    @Nullable XmlNode parent() {
        return parent;
    }

    /** 1 for the root. */
    int depth() {
        return depth;
    }

    boolean isWithin(String inNamespace, String named) {
        for (XmlNode at = this; at != null; at = at.parent) {
            if (at.is(inNamespace, named)) {
                return true;
            }
        }
        return false;
    }

    /** By local name, in the order of the document; an attribute of a namespace is there as {@code {namespace}name}. */
    Map<String, String> attributes() {
        return attributes;
    }

    String attribute(String named) {
        return attributes.getOrDefault(named, "");
    }

    List<XmlNode> children() {
        return children;
    }

    List<XmlNode> children(String inNamespace, String named) {
        return children.stream().filter(c -> c.is(inNamespace, named)).toList();
    }

    /** This element and all that were kept below it. */
    Stream<XmlNode> descendants() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlNode::descendants));
    }

    StringBuilder text() {
        return text;
    }

    void note(XmlQuirk quirk) {
        if (!quirks.contains(quirk)) {
            quirks.add(quirk);
        }
    }

    boolean has(XmlQuirk quirk) {
        return quirks.contains(quirk);
    }

    /** For an XPath: the namespace of the prefix that it uses, where it stands. */
    String resolvedNamespace() {
        return resolved;
    }

    void resolve(String uri) {
        resolved = uri;
    }
}
