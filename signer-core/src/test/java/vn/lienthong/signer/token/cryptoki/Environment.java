package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Sets variables of this process as C's getenv sees them, where libraries look for their configuration. */
final class Environment {
    private Environment() {}

    static void set(String name, String value) {
        // The JVM's copy is taken at the first look: what stood there before can be put back.
        System.getenv(name);
        call("setenv", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT), name, value);
    }

    /** The variable is as it was when this process began; programs that it starts inherit what C sees, not Java's copy. */
    static void restore(String name) {
        String before = System.getenv(name);
        if (before == null) {
            call("unsetenv", FunctionDescriptor.of(JAVA_INT, ADDRESS), name, null);
        } else {
            set(name, before);
        }
    }

    @SuppressWarnings("restricted")
    private static void call(String function, FunctionDescriptor descriptor, String name, String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle handle = linker.downcallHandle(linker.defaultLookup().findOrThrow(function), descriptor);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            int failed = value == null
                    ? (int) handle.invokeExact(key)
                    : (int) handle.invokeExact(key, arena.allocateFrom(value), 1);
            if (failed != 0) {
                throw new IllegalStateException(function + " of " + name + " failed");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }
}
