package vn.lienthong.signer.token.cryptoki;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.token.FaultKind;
import vn.lienthong.signer.token.Pin;
import vn.lienthong.signer.token.TokenDriver.Reinitialisation;
import vn.lienthong.signer.token.TokenFault;

/**
 * One PKCS#11 module, loaded and initialised; one instance for each library of the process, for C_Initialize and C_Finalize
 * count for the whole process. Thread-safe.
 */
public final class CryptokiModule implements AutoCloseable {
    private static final Map<Path, CryptokiModule> LOADED = new HashMap<>();
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final NativeFunctions functions;
    private final ModuleProfile profile;
    private final ModuleGate gate = new ModuleGate();
    private int users;
    private boolean running;
    private long startedAt;

    private CryptokiModule(NativeFunctions functions, ModuleProfile profile) {
        this.functions = functions;
        this.profile = profile;
    }

    /**
     * The library at that absolute path is loaded and initialised, by this call or by an earlier one. Each answer is to be
     * closed once; the last one finalises the module.
     *
     * @throws IllegalArgumentException if the file is no PKCS#11 module, or is in use with another profile
     * @throws TokenFault if the module does not initialise
     */
    public static CryptokiModule open(Path library, ModuleProfile profile) throws TokenFault {
        if (!library.isAbsolute()) {
            throw new IllegalArgumentException("a module is named by its absolute path: " + library);
        }
        synchronized (LOADED) {
            CryptokiModule module = loaded(library, profile);
            if (module.users == 0) {
                module.start(Duration.ZERO);
            }
            module.users++;
            return module;
        }
    }

    /**
     * As {@link #open}, also if the module does not initialise now: until {@link #reinitialise} succeeds, every call says so.
     * For a server that starts before its device does.
     */
    static CryptokiModule attach(Path library, ModuleProfile profile) {
        try {
            return open(library, profile);
        } catch (TokenFault fault) {
            synchronized (LOADED) {
                CryptokiModule module = loaded(library, profile);
                module.users++;
                return module;
            }
        }
    }

    private static CryptokiModule loaded(Path library, ModuleProfile profile) {
        CryptokiModule module =
                LOADED.computeIfAbsent(library, path -> new CryptokiModule(NativeFunctions.load(path), profile));
        if (!module.profile.equals(profile)) {
            throw new IllegalArgumentException(
                    library + " is in use with another profile: a process initialises it once");
        }
        return module;
    }

    /** As {@link #open(Path, ModuleProfile)} for a module that keeps to the standard. */
    public static CryptokiModule open(Path library) throws TokenFault {
        return open(library, ModuleProfile.STANDARD);
    }

    /** What the module says of itself. */
    public ModuleInfo info() throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(ModuleInfo.SIZE, Long.BYTES);
            call(generation(), "C_GetInfo", f -> f.getInfo(info));
            return ModuleInfo.of(info);
        }
    }

    /** The slots that hold a token, in the module's order. A slot that answers with a fault of its device is left out. */
    public List<Slot> slots() throws TokenFault {
        long[] ids = NativeList.read(
                (values, count) -> call(generation(), "C_GetSlotList", f -> f.getSlotList((byte) 1, values, count)));
        List<Slot> slots = new ArrayList<>();
        for (long id : ids) {
            try {
                slots.add(slot(id));
            } catch (TokenFault fault) {
                // One token that broke must not hide the others of the same module.
                if (fault.kind() != FaultKind.DEVICE_LOST) {
                    throw fault;
                }
            }
        }
        return slots;
    }

    private Slot slot(long id) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slot = arena.allocate(Slot.SIZE, Long.BYTES);
            call(generation(), "C_GetSlotInfo", f -> f.getSlotInfo(id, slot));
            MemorySegment token = arena.allocate(TokenInfo.SIZE, Long.BYTES);
            call(generation(), "C_GetTokenInfo", f -> f.getTokenInfo(id, token));
            return new Slot(id, Text.at(slot, 0, 64), TokenInfo.of(token));
        }
    }

    /** The slot with the initialised token of that label; the first one if several have it. */
    public Optional<Slot> slotOf(String label) throws TokenFault {
        return slots().stream()
                .filter(s -> s.token().initialised() && s.token().label().equals(label))
                .findFirst();
    }

    /** The first slot whose token was never initialised. */
    public Optional<Slot> freeSlot() throws TokenFault {
        return slots().stream().filter(s -> !s.token().initialised()).findFirst();
    }

    /** The numbers of the mechanisms that the slot's token has. */
    public long[] mechanisms(long slot) throws TokenFault {
        return NativeList.read((values, count) ->
                call(generation(), "C_GetMechanismList", f -> f.getMechanismList(slot, values, count)));
    }

    /** @throws TokenFault with code {@code CKR_MECHANISM_INVALID} if the token has no such mechanism */
    public MechanismInfo mechanism(long slot, Mechanism mechanism) throws TokenFault {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(MechanismInfo.SIZE, Long.BYTES);
            call(generation(), "C_GetMechanismInfo", f -> f.getMechanismInfo(slot, mechanism.value(), info));
            return new MechanismInfo(info.get(JAVA_LONG, 0), info.get(JAVA_LONG, 8), info.get(JAVA_LONG, 16));
        }
    }

    /**
     * The slot's token is empty, has that label, and takes that PIN of its security officer. Whatever was on it is gone.
     * The module may give it another slot number afterwards.
     */
    public void initToken(long slot, Pin securityOfficer, String label) throws TokenFault {
        try (Arena arena = Arena.ofConfined();
                NativePin pin = new NativePin(securityOfficer)) {
            MemorySegment text = arena.allocateFrom(java.lang.foreign.ValueLayout.JAVA_BYTE, Text.padded(label, 32));
            call(generation(), "C_InitToken", f -> f.initToken(slot, pin.segment(), pin.length(), text));
        }
    }

    /** A new session with the token in the slot; the caller closes it. */
    public CryptokiSession openSession(long slot, SessionAccess access) throws TokenFault {
        long generation = generation();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment handle = arena.allocate(JAVA_LONG);
            MemorySegment none = MemorySegment.NULL;
            call(generation, "C_OpenSession", f -> f.openSession(slot, access.flags(), none, none, handle));
            return new CryptokiSession(this, generation, handle.get(JAVA_LONG, 0));
        }
    }

    /** Every session of this process with that slot is closed, and with the last one the login. */
    public void closeAllSessions(long slot) throws TokenFault {
        call(generation(), "C_CloseAllSessions", f -> f.closeAllSessions(slot));
    }

    /** Counts the starts of the module; handles are good within one generation only. */
    public long generation() {
        return gate.generation();
    }

    /**
     * The module was finalised and initialised, unless it is of a later generation than {@code stale} already, or the
     * answer says why not. See {@link vn.lienthong.signer.token.TokenDriver#reinitialise}.
     */
    public Reinitialisation reinitialise(long stale, Duration interval, Duration drain) throws TokenFault {
        synchronized (LOADED) {
            if (generation() > stale) {
                return Reinitialisation.DONE;
            }
            // A module that is not running serves nobody whom another start could hit.
            if (running && System.nanoTime() - startedAt < interval.toNanos()) {
                return Reinitialisation.TOO_SOON;
            }
            return start(drain) ? Reinitialisation.DONE : Reinitialisation.BUSY;
        }
    }

    /** Whether the module was alone, and was started. */
    private boolean start(Duration drain) throws TokenFault {
        if (!gate.drain(drain)) {
            return false;
        }
        try {
            stop();
            startedAt = System.nanoTime();
            long returned = InitializeArguments.initialize(functions, profile);
            // Another user of the library in this process, a former deployment for instance, got there first.
            if (!ReturnValue.CKR_CRYPTOKI_ALREADY_INITIALIZED.is(returned)) {
                ReturnValue.requireOk(returned, "C_Initialize");
            }
            running = true;
            return true;
        } finally {
            gate.reopen();
        }
    }

    /** Whatever C_Finalize answers: the module is not counted on any more. */
    private void stop() {
        if (running) {
            running = false;
            functions.finalizeModule(MemorySegment.NULL);
        }
    }

    /** Runs one function inside the gate. */
    void call(long generation, String function, NativeCall call) throws TokenFault {
        gate.enter(generation);
        long returned;
        try {
            returned = call.of(functions);
        } finally {
            gate.leave();
        }
        ReturnValue.requireOk(returned, function);
    }

    /** For several functions in one passage through the gate; to be paired with {@link #leave()}. */
    NativeFunctions enter(long generation) throws TokenFault {
        gate.enter(generation);
        return functions;
    }

    void leave() {
        gate.leave();
    }

    /** A call of one function of the module; the answer is its return value. */
    interface NativeCall {
        long of(NativeFunctions functions);
    }

    /** Gives this share back; the last one finalises the module, if no call hangs in it. */
    @Override
    public void close() {
        synchronized (LOADED) {
            if (users > 0 && --users == 0 && gate.drain(CLOSING)) {
                try {
                    stop();
                } finally {
                    gate.reopen();
                }
            }
        }
    }
}
