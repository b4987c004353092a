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

    /** Programs that this process starts afterwards see the variable as it was before, if they are started by Java. */
    @SuppressWarnings("restricted")
    static void set(String name, String value) {
        // The JVM takes its copy for child processes at the first look; a server that a test starts has tokens of its
        // own.
        System.getenv(name);
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            MemorySegment text = arena.allocateFrom(value);
            if ((int) setenv.invokeExact(key, text, 1) != 0) {
                throw new IllegalStateException("setenv of " + name + " failed");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }
}
