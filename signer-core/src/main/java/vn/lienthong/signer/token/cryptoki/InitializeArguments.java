package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * CK_C_INITIALIZE_ARGS: four callbacks left out, the flags, a reserved pointer that is null by the standard and a text for
 * some modules, whose structure has one more reserved pointer then. Source: PKCS#11 v2.40 §3.7.
 */
final class InitializeArguments {
    private static final long SIZE = 56;
    private static final long FLAGS = 32;
    private static final long RESERVED = 40;
    /** The module may lock by the operating system's own means, for several threads call it. */
    private static final long CKF_OS_LOCKING_OK = 0x2;

    private InitializeArguments() {}

    static long initialize(NativeFunctions functions, ModuleProfile profile) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(SIZE, Long.BYTES);
            arguments.set(JAVA_LONG, FLAGS, CKF_OS_LOCKING_OK);
            if (!profile.initialisation().isEmpty()) {
                arguments.set(ADDRESS, RESERVED, arena.allocateFrom(profile.initialisation()));
            }
            return functions.initialize(arguments);
        }
    }
}
