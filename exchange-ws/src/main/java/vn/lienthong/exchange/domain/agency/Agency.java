package vn.lienthong.exchange.domain.agency;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agency as somebody registers it.
 *
 * @param id its present identifier, under which its dispatches are recorded; it never changes
 * @param name {@link AgencyTexts#isName}
 * @param mail {@link AgencyTexts#isMail}
 * @param aliases older and other codes that reach the same agency; {@value #MOST_ALIASES} at most
 * @param code102 its QCVN 102:2016 code, where it has one
 * @param parent the agency above it
 * @param system the connected system that acts for it, or null while none does
 */
public record Agency(
        OrganId id,
        String name,
        @Nullable String mail,
        @Nullable OrganId parent,
        @Nullable String code102,
        List<OrganId> aliases,
        @Nullable SystemId system) {
    /**
     * More codes than two schemes and a few mergers give. No more are given to an agency; one that had more before there
     * was a limit keeps them, since mail to them would not arrive any more.
     */
    public static final int MOST_ALIASES = 20;

    /** More levels than the country has; what looks up the line above an agency ends. */
    public static final int MOST_LEVELS = 20;

    public Agency {
        aliases = List.copyOf(aliases);
        if (!AgencyTexts.isName(name)) {
            throw new IllegalArgumentException("an agency has a name of 1 to 200 printable characters");
        }
        if (mail != null && !AgencyTexts.isMail(mail)) {
            throw new IllegalArgumentException("the mail address of an agency is one, of 100 characters at most");
        }
        if (code102 != null && !OrganId.isWellFormed(code102)) {
            throw new IllegalArgumentException("a code102 is 1 to 35 of A-Z a-z 0-9 and the dot");
        }
    }

    /** Its code of Decision 20/2020: the identifier, or else the first alias, that has that form. */
    public Optional<OrganId> code20() {
        return Stream.concat(Stream.of(id), aliases.stream().sorted())
                .filter(CodeScheme::isDecision20)
                .findFirst();
    }

    /** The same, its aliases in order, each once, without the identifier. */
    public Agency inOrder() {
        return withAliases(aliases.stream()
                .filter(alias -> !alias.equals(id))
                .distinct()
                .sorted()
                .toList());
    }

    /** The same, with what it leaves out as the other has it. */
    public Agency over(Agency other) {
        return new Agency(
                id,
                name,
                mail == null ? other.mail : mail,
                parent == null ? other.parent : parent,
                code102 == null ? other.code102 : code102,
                aliases,
                system == null ? other.system : system);
    }

    /** The same with other aliases. */
    public Agency withAliases(Collection<OrganId> codes) {
        return new Agency(id, name, mail, parent, code102, List.copyOf(codes), system);
    }
}
