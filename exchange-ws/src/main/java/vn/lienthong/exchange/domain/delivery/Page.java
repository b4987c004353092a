package vn.lienthong.exchange.domain.delivery;

/**
 * A slice of a list.
 *
 * @param index from 0
 * @param size 1 to {@value #MOST}
 */
public record Page(int index, int size) {
    /** The most rows an answer holds: about half a megabyte of JSON. */
    public static final int MOST = 1000;

    /** 100 rows: what the field's clients ask for when they ask for nothing. */
    public static final Page FIRST = new Page(0, 100);

    public Page {
        if (!isWellFormed(index, size)) {
            throw new IllegalArgumentException("a page has an index from 0 and a size of 1 to " + MOST);
        }
    }

    public static boolean isWellFormed(int index, int size) {
        return index >= 0 && index <= 10_000_000 && size >= 1 && size <= MOST;
    }

    public long offset() {
        return (long) index * size;
    }
}
