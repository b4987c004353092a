package vn.lienthong.exchange.application.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.postgresql.ds.PGSimpleDataSource;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.calendar.VietnamTime;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.Direction;
import vn.lienthong.exchange.domain.register.RegisterEntry;
import vn.lienthong.exchange.infrastructure.clock.MonotonicIds;
import vn.lienthong.exchange.infrastructure.persistence.JdbiUnitOfWork;
import vn.lienthong.exchange.infrastructure.vault.AesGcmVault;
import vn.lienthong.exchange.it.ConnectionPool;
import vn.lienthong.exchange.it.TestExchange;

/** A program of its own that asks for numbers until it is killed, and says each that it was given. */
final class NumberingProgram {
    private static final int THREADS = 8;

    private NumberingProgram() {}

    /** @param args address, user, password and schema of the database; a folder; a name for this run */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(args[0]);
        database.setUser(args[1]);
        database.setPassword(args[2]);
        database.setCurrentSchema(args[3]);
        Clock clock = Clock.systemUTC();
        SecureRandom random = new SecureRandom();
        IdSource ids = new MonotonicIds(clock, random);
        Path key = Files.writeString(Path.of(args[4], args[5] + ".key"), "0f".repeat(32));
        UnitOfWork unitOfWork = new JdbiUnitOfWork(
                new ConnectionPool(database, THREADS), AesGcmVault.ofKeyFile(key, random), ids, random, () -> "it");
        RegisterDocument registering = new RegisterDocument(unitOfWork, ids, clock);
        Caller caller =
                new Caller("qlvb.bac-kan", Caller.Kind.SYSTEM, Set.of(TestExchange.PROVINCE), Set.of(Role.EXCHANGE));
        BookName book = new BookName(
                null, Direction.OUTGOING, VietnamTime.day(clock.instant()).getYear());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            String name = args[5] + "-" + thread + "-";
            threads.execute(() -> {
                for (int i = 0; ; i++) {
                    RegisterEntry entry = registering
                            .register(caller, book, Clerk.outgoing("QĐ", "QĐ-UBND", "Quyết định " + i, name + i))
                            .entry();
                    System.out.println(entry.place().number());
                }
            });
        }
    }
}
