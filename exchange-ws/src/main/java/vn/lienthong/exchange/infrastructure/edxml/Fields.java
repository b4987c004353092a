package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;

/**
 * The children of one element, read by name in any order; what is wrong with them goes to the findings. A name may be
 * given with its other spelling behind a bar: {@code Bussiness|Business}.
 */
final class Fields {
    private final Element element;
    private final String path;
    private final EdxmlRules rules;
    private final Findings findings;

    Fields(Element element, String path, EdxmlRules rules, Findings findings) {
        this.element = element;
        this.path = path;
        this.rules = rules;
        this.findings = findings;
    }

    String path(String name) {
        int bar = name.indexOf('|');
        return path + "." + (bar < 0 ? name : name.substring(0, bar));
    }

    boolean has(String name) {
        return !elements(name).isEmpty();
    }

    /** The text, empty when absent. */
    String text(String name, int longest) {
        String text = element(name).map(Element::text).orElse("");
        if (text.length() > longest) {
            findings.refuseOrNote(
                    rules.refuseTooLong(), "R." + path(name), text.length() + " characters, at most " + longest);
        }
        return text;
    }

    /** The text; refused when absent or empty. */
    String required(String name, int longest) {
        String text = text(name, longest);
        if (text.isEmpty()) {
            findings.refuse("N." + path(name), "missing");
        }
        return text;
    }

    /** The texts of a list such as {@code ToPlaces/Place}. */
    List<String> list(String name, String item, int longest) {
        return child(name)
                .map(list -> list.children(item).stream()
                        .map(one -> one.own(longest))
                        .filter(text -> !text.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** The identifiers of a list such as {@code OrganIdList/OrganId}; what is no identifier refuses the message. */
    List<OrganId> organIds(String name, String item) {
        List<String> texts = list(name, item, 35);
        texts.stream()
                .filter(text -> !OrganId.isWellFormed(text))
                .forEach(text -> findings.refuse("M." + path(name), "not an identifier: " + Findings.quote(text)));
        return texts.stream().filter(OrganId::isWellFormed).map(OrganId::new).toList();
    }

    private String own(int longest) {
        if (element.text().length() > longest) {
            findings.refuseOrNote(
                    rules.refuseTooLong(), "R." + path, element.text().length() + " characters, at most " + longest);
        }
        return element.text();
    }

    /** Null when it is missing or no identifier; then the message is refused. */
    @Nullable OrganId organId(String name) {
        String text = required(name, 35);
        if (!text.isEmpty() && !OrganId.isWellFormed(text)) {
            findings.refuse("M." + path(name), "not an identifier: " + Findings.quote(text));
        }
        return OrganId.isWellFormed(text) ? new OrganId(text) : null;
    }

    /** Null when absent; a date that cannot be read is found. */
    @Nullable LocalDate date(String name) {
        String text = text(name, 10);
        LocalDate date = EdxmlTime.date(text);
        if (date == null && !text.isEmpty()) {
            findings.note("T." + path(name), "not a date: " + Findings.quote(text));
        }
        return date;
    }

    /** Null when absent; a time that cannot be read is found. */
    @Nullable Instant timestamp(String name) {
        String text = text(name, 19);
        Instant timestamp = EdxmlTime.timestamp(text);
        if (timestamp == null && !text.isEmpty()) {
            findings.note("T." + path(name), "not a time: " + Findings.quote(text));
        }
        return timestamp;
    }

    /** Empty when absent; what is no number is found. */
    OptionalInt number(String name) {
        String text = text(name, 9);
        if (text.matches("[0-9]{1,9}")) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (!text.isEmpty()) {
            findings.note("T." + path(name), "not a number: " + Findings.quote(text));
        }
        return OptionalInt.empty();
    }

    Optional<Fields> child(String name) {
        return element(name).map(child -> new Fields(child, path(name), rules, findings));
    }

    List<Fields> children(String name) {
        return elements(name).stream()
                .map(child -> new Fields(child, path(name), rules, findings))
                .toList();
    }

    /** Which of two meanings would count is the reader's guess, so an element that may stand once stands once. */
    private Optional<Element> element(String name) {
        List<Element> found = elements(name);
        if (found.size() > 1) {
            findings.refuse("M." + path(name), "stands " + found.size() + " times, may stand once");
        }
        return found.stream().findFirst();
    }

    private List<Element> elements(String name) {
        int bar = name.indexOf('|');
        if (bar < 0) {
            return element.children(name);
        }
        List<Element> official = element.children(name.substring(0, bar));
        return official.isEmpty() ? element.children(name.substring(bar + 1)) : official;
    }
}
