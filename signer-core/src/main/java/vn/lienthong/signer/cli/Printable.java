package vn.lienthong.signer.cli;

/** Text of strangers made fit for a terminal: a file must not move the cursor or forge a line of ours. */
final class Printable {
    private Printable() {}

    static String line(String text) {
        return text.codePoints()
                .map(c -> isHarmless(c) ? c : '\ufffd')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
