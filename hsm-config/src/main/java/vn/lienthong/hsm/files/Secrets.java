package vn.lienthong.hsm.files;

import java.security.SecureRandom;

/** Random secrets of the state folder, each in a file of its own with mode 600. */
public final class Secrets {
    /** Letters and digits that nobody mistakes for one another; 32 of them, so five bits a character. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    /** 24 characters of five bits: 120 bits, beyond guessing even without the token's own lock. */
    private static final int LENGTH = 24;

    private final StateFiles files;
    private final SecureRandom random;
    private final Changes changes;

    public Secrets(StateFiles files, SecureRandom random, Changes changes) {
        this.files = files;
        this.random = random;
        this.changes = changes;
    }

    /** The secret of that name, which existed before or is new and random. */
    public char[] named(String name) {
        String file = "secrets/" + name;
        files.privateFolder("secrets");
        if (files.exists(file)) {
            changes.kept(file);
        } else {
            StringBuilder secret = new StringBuilder(LENGTH);
            random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> secret.append(ALPHABET.charAt(i)));
            files.writeText(file, secret.toString(), Exposure.OWNER_ONLY);
            changes.made(file);
        }
        return files.readText(file).strip().toCharArray();
    }
}
