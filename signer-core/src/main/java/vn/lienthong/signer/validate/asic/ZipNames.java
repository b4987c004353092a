package vn.lienthong.signer.validate.asic;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names in a ZIP: no two that any file system takes for one, none that is not what it shows. */
final class ZipNames {
    private static final int MAX_LENGTH = 1000;

    private ZipNames() {}

    static void check(List<String> names) throws ZipFaultException {
        Set<String> all = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (String name : names) {
            if (!isSafe(name)) {
                throw new ZipFaultException(ZipFault.NAME_UNSAFE);
            }
            boolean isFolder = name.endsWith("/");
            String folded = folded(isFolder ? name.substring(0, name.length() - 1) : name);
            if (!all.add(folded)) {
                throw new ZipFaultException(ZipFault.NAMES_DOUBLED);
            }
            if (!isFolder) {
                files.add(folded);
            }
        }
        for (String name : all) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                if (files.contains(name.substring(0, slash))) {
                    throw new ZipFaultException(ZipFault.NAMES_DOUBLED); // a file that is another's folder
                }
            }
        }
    }

    /** Case, compatibility forms and the order of marks are not told apart everywhere. */
    private static String folded(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    private static boolean isSafe(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && !name.startsWith("/")
                && !name.contains("//")
                && name.codePoints().allMatch(ZipNames::isPlain)
                && List.of(name.split("/")).stream().allMatch(ZipNames::isSafeSegment);
    }

    /** Windows drops dots and spaces at the end of a name. */
    private static boolean isSafeSegment(String segment) {
        return !segment.isEmpty()
                && !segment.equals(".")
                && !segment.equals("..")
                && !segment.endsWith(".")
                && !segment.endsWith(" ")
                && !segment.startsWith(" ");
    }

    private static boolean isPlain(int c) {
        return c != '\\'
                && c != ':'
                && switch (Character.getType(c)) {
                    // line ends, marks of direction and of no width: they hide or turn what follows
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> false;
                    default -> true;
                };
    }
}
