package vn.lienthong.demo.story;

/** A step failed and was told; nothing after it makes sense. */
public final class StoryEnded extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoryEnded() {
        super("a step of the demo failed");
    }
}
