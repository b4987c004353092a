package vn.lienthong.signer.seal;

import java.util.Optional;

/** Where a visible signature goes: said outright, or found by a rule of Decree 30/2020/NĐ-CP, Annex I. */
public sealed interface Placement {

    /** In exactly this rectangle; an image keeps its proportions inside it. */
    record At(PageBox box) implements Placement {}

    /**
     * Centred between the signer's title and the signer's full name, which is looked for from the last page backwards. A
     * name may also stand in a table or among the recipients: with the title said, the only place counts where the name
     * stands close under it, with nothing between them, and several such places are as good as none.
     *
     * <p>Source: Decree 30/2020/NĐ-CP, Annex I, box 7c.
     *
     * @param fullName as printed on the page; case, spacing and Unicode form do not matter
     * @param title the whole line above the signature, such as {@code PHÓ CHỦ TỊCH}; the last one where a title has several
     */
    record AboveName(String fullName, Optional<String> title) implements Placement {
        private static final int LONGEST = 200;

        public AboveName {
            if (isNone(fullName) || title.filter(AboveName::isNone).isPresent()) {
                throw new IllegalArgumentException("a full name and a title have 1 to " + LONGEST + " characters");
            }
        }

        /** Where it stands last, under whatever title. */
        public AboveName(String fullName) {
            this(fullName, Optional.empty());
        }

        private static boolean isNone(String text) {
            return text.isBlank() || text.length() > LONGEST;
        }
    }

    /**
     * Over about a third of the newest visible signature of the document, to its left.
     *
     * <p>Source: Decree 30/2020/NĐ-CP, Annex I, box 8.
     */
    record OverOfficialSignature() implements Placement {}

    /**
     * In the top right corner of the first page: agency signatures on annexes in a file of their own, and on copies.
     *
     * <p>Source: Decree 30/2020/NĐ-CP, Annex I, boxes for annexes and copies.
     */
    record TopRightOfFirstPage() implements Placement {}

    /**
     * Into a signature field that the document has, and that is not signed yet: as large as the field is.
     *
     * @param name the field's fully qualified name. Source: ISO 32000-2 §12.7.4.2
     */
    record InField(String name) implements Placement {
        public InField {
            if (name.isBlank() || name.length() > 200) {
                throw new IllegalArgumentException("a field's name has 1 to 200 characters");
            }
        }
    }
}
