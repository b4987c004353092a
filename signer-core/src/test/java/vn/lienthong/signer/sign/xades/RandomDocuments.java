package vn.lienthong.signer.sign.xades;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Well-formed documents with all that canonicalization is about: namespaces, escapes, line ends, CDATA, instructions. */
public final class RandomDocuments {
    private static final String[] TEXTS = {
        "a",
        "Họp",
        "&amp;",
        "&lt;",
        "&gt;",
        "&#13;",
        "&#x1F600;",
        "😀",
        "\r\n",
        "\r",
        "\n",
        "\t",
        "  ",
        "\"",
        "'",
        "<![CDATA[x<&>]]>",
        "]]&gt;",
        "&#9;",
        "&#xA;",
        "\u0085",
        "\u2028",
        "&quot;",
        "&apos;",
        "<!--c-->",
        "<?pi d  e ?>",
        "<?p?>",
        "é"
    };
    private static final String[] VALUES = {
        "a",
        "Họp",
        "&amp;",
        "&lt;",
        "&gt;",
        ">",
        "&#13;",
        "&#x1F600;",
        "😀",
        "\r\n",
        "\r",
        "\n",
        "\t",
        "  ",
        "&#9;",
        "&#xA;",
        "&#x20;",
        "\u0085",
        "&quot;"
    };
    private static final String[] PREFIXES = {"", "a", "b", "c", "ds", "xades"};
    private static final String[] NAMESPACES = {
        "urn:1", "urn:2", "http://x/y?a=1&amp;b=2", "http://www.w3.org/2000/09/xmldsig#"
    };
    private static final int DEEPEST = 4;

    private final Random random;

    private RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    public static String document(long seed) {
        return new RandomDocuments(seed).document();
    }

    private String document() {
        return (random.nextBoolean() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "")
                + (once(4) ? "<?top x?>" : "")
                + (once(4) ? "<!-- c -->\n" : "")
                + element(DEEPEST, Map.of(), false)
                + (once(3) ? "\n \r\n" : "");
    }

    private String element(int depth, Map<String, String> around, boolean mayBeEmpty) {
        Map<String, String> scope = new TreeMap<>(around);
        StringBuilder attributes = new StringBuilder();
        declare(scope, attributes);
        List<String> prefixes = new ArrayList<>(scope.keySet());
        prefixes.remove("");
        prefixes.add("");
        String name = qualified(prefixes, "e", "f", "đơn", "Signed");
        attributes(scope, prefixes, attributes);
        if (mayBeEmpty && once(5)) {
            return "<" + name + attributes + "/>";
        }
        StringBuilder content = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            content.append(pieces(TEXTS));
            if (depth > 0) {
                content.append(element(depth - 1, scope, true));
            }
        }
        return "<" + name + attributes + (once(4) ? " >" : ">") + content + pieces(TEXTS) + "</" + name
                + (once(3) ? " \n" : "") + ">";
    }

    private void declare(Map<String, String> scope, StringBuilder attributes) {
        Set<String> declared = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String prefix = one(PREFIXES);
            if (declared.add(prefix)) {
                String namespace = prefix.isEmpty() && once(3) ? "" : one(NAMESPACES);
                scope.put(prefix, namespace);
                attributes
                        .append(random.nextBoolean() ? " " : "\n\t")
                        .append(prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix)
                        .append("=\"" + namespace + "\"");
            }
        }
    }

    private void attributes(Map<String, String> scope, List<String> prefixes, StringBuilder attributes) {
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String prefix = prefixes.get(random.nextInt(prefixes.size()));
            String local = one("x", "y", "Id", "ź");
            String namespace = prefix.isEmpty() ? "" : scope.get(prefix);
            if (names.add(namespace + "|" + local)) {
                boolean quotes = random.nextBoolean();
                attributes
                        .append(" ")
                        .append(prefix.isEmpty() ? local : prefix + ":" + local)
                        .append(quotes ? "=\"" + pieces(VALUES) + "\"" : "='" + pieces(VALUES) + "'");
            }
        }
        if (once(6)) {
            attributes.append(" xml:lang='vi' xml:space=\"preserve\"");
        }
    }

    private String qualified(List<String> prefixes, String... names) {
        String prefix = prefixes.get(random.nextInt(prefixes.size()));
        return prefix.isEmpty() ? one(names) : prefix + ":" + one(names);
    }

    private String pieces(String... choice) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(one(choice));
        }
        return text.toString();
    }

    private String one(String... choice) {
        return choice[random.nextInt(choice.length)];
    }

    private boolean once(int of) {
        return random.nextInt(of) == 0;
    }
}
