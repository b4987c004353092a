package vn.lienthong.exchange.domain.agency;

/**
 * The electronic identifier of an agency (mã định danh điện tử), as written; old and new codes of one agency are
 * aliases of each other in the directory, never computed from one another.
 *
 * <p>Validated softly, since codes in operation match neither form of the law: 1 to 35 of {@code A-Z a-z 0-9 .}.
 *
 * <p>Source: Decision 20/2020/QĐ-TTg Art. 4; QCVN 102:2016/BTTTT amendment 1:2022.
 */
public record OrganId(String value) implements Comparable<OrganId> {
    private static final int LONGEST = 35;

    public OrganId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("an OrganId is 1 to 35 of A-Z a-z 0-9 and the dot");
        }
    }

    /** Whether {@code text} can be an OrganId; ask before constructing one from outside text. */
    public static boolean isWellFormed(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(OrganId::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '.';
    }

    @Override
    public int compareTo(OrganId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
