package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** CK_C_INITIALIZE_ARGS: four callbacks left out, the flags, a reserved pointer. Source: PKCS#11 v2.40 §3.7. */
final class InitializeArguments {
    private static final long SIZE = 48;
    private static final long FLAGS = 32;
    /** The module may lock by the operating system's own means, for several threads call it. */
    private static final long CKF_OS_LOCKING_OK = 0x2;

    private InitializeArguments() {}

    static long initialize(NativeFunctions functions) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment arguments = arena.allocate(SIZE, Long.BYTES);
            arguments.set(JAVA_LONG, FLAGS, CKF_OS_LOCKING_OK);
            return functions.initialize(arguments);
        }
    }
}
