package vn.lienthong.signer.token.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of one profile, asked for one by one; what nobody asked for is refused at the end. Not thread-safe. */
final class ProfileText {
    private final String name;
    private final Map<String, String> left;

    ProfileText(String name, Map<String, String> texts) {
        this.name = name;
        this.left = new HashMap<>(texts);
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(left.remove(key));
    }

    String text(String key) {
        return optional(key)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new ProfileException("the profile " + name + " lacks " + key));
    }

    boolean yesOrNo(String key) {
        String text = text(key);
        if (!text.equals("yes") && !text.equals("no")) {
            throw new ProfileException("in the profile " + name + ", " + key + " is yes or no");
        }
        return text.equals("yes");
    }

    int number(String key, int least, int most) {
        String text = text(key);
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new ProfileException("in the profile " + name + ", " + key + " is " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }

    List<String> list(String key) {
        return Arrays.stream(text(key).split(",")).map(String::strip).toList();
    }

    /** The texts of {@code key.1}, {@code key.2} and so on, as far as they go. */
    List<String> numbered(String key) {
        List<String> all = new ArrayList<>();
        for (Optional<String> next = optional(key + ".1");
                next.isPresent();
                next = optional(key + "." + (all.size() + 1))) {
            all.add(next.get());
        }
        return all;
    }

    void refuseTheRest() {
        if (!left.isEmpty()) {
            throw new ProfileException("the profile " + name + " does not know " + String.join(", ", left.keySet()));
        }
    }
}
