package vn.lienthong.hsm.plan;

import java.util.List;

/** A ceremony is refused before any key was touched; each sentence names what is wrong. */
public final class ScriptException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    public ScriptException(String sentence) {
        this(List.of(sentence));
    }

    public ScriptException(List<String> sentences) {
        super(String.join("; ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }
}
