package vn.lienthong.hsm.token;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import vn.lienthong.hsm.files.Changes;
import vn.lienthong.hsm.files.Exposure;
import vn.lienthong.hsm.files.StateFiles;

/** SoftHSM's configuration in the state folder: its tokens lie in {@code tokens}, which only the owner can look into. */
public final class SoftHsmFolder {
    private static final String FILE = "softhsm2.conf";
    private static final String VARIABLE = "SOFTHSM2_CONF";

    private SoftHsmFolder() {}

    /** The configuration exists, and a module that this process opens from now on reads it. */
    public static void prepare(StateFiles files, Changes changes) {
        Path tokens = files.privateFolder("tokens");
        byte[] content = ("directories.tokendir = " + tokens + """

                objectstore.backend = file
                log.level = ERROR
                slots.removable = false
                """).getBytes(StandardCharsets.UTF_8);
        if (files.exists(FILE) && Arrays.equals(files.read(FILE), content)) {
            changes.kept(FILE);
        } else {
            files.write(FILE, content, Exposure.EVERYBODY);
            changes.made(FILE);
        }
        setVariable(files.at(FILE).toString());
    }

    /** SoftHSM reads the variable by getenv, which no Java API reaches. */
    @SuppressWarnings("restricted")
    private static void setVariable(String value) {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(VARIABLE);
            MemorySegment text = arena.allocateFrom(value);
            if ((int) setenv.invokeExact(name, text, 1) != 0) {
                throw new IllegalStateException("setenv refused " + VARIABLE);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing checked", e);
        }
    }
}
