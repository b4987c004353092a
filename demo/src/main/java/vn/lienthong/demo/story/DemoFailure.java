package vn.lienthong.demo.story;

import vn.lienthong.signer.text.Text;

/** A step did not end as it must; its text says why, in one sentence. */
public final class DemoFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Text text;

    public DemoFailure(Text text) {
        super(text.en());
        this.text = text;
    }

    public DemoFailure(String vi, String en) {
        this(new Text(vi, en));
    }

    public Text text() {
        return text;
    }
}
