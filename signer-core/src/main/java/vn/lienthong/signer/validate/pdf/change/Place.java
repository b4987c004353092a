package vn.lienthong.signer.validate.pdf.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, by the keys and indices that lead to it from the trailer.
 *
 * @param before the place that this one is in; null for the trailer
 * @param step key or index
 * @param key the newest key on the way here, past all indices
 * @param object the number of the object that the place is in; 0 for the trailer
 */
record Place(@Nullable Place before, String step, String key, int object) {
    private static final int STEPS_SHOWN = 24;
    private static final int LONGEST_STEP = 64;
    static final Place TRAILER = new Place(null, "trailer", "trailer", 0);

    Place at(String name) {
        return new Place(this, name, name, object);
    }

    Place at(int index) {
        return new Place(this, Integer.toString(index), key, object);
    }

    /** The first item of a destination: a page that is referred to, not shown. */
    Place target(int index) {
        return new Place(this, Integer.toString(index), Structure.DESTINATION, object);
    }

    Place in(int number) {
        return new Place(before, step, key, number);
    }

    boolean passes(Set<String> keys) {
        for (Place place = this; place != null; place = place.before) {
            if (keys.contains(place.step)) {
                return true;
            }
        }
        return false;
    }

    /** Keys and indices with solidus between, of a bounded length, without characters that are none of text. */
    String text() {
        Deque<String> steps = new ArrayDeque<>();
        for (Place place = this; place.before != null; place = place.before) {
            if (steps.size() == STEPS_SHOWN) {
                steps.addFirst("…");
                break;
            }
            String shown =
                    place.step.length() > LONGEST_STEP ? place.step.substring(0, LONGEST_STEP) + "…" : place.step;
            steps.addFirst(shown.replaceAll("[^ -~…]", "?"));
        }
        return String.join("/", steps);
    }
}
