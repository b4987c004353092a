package vn.lienthong.exchange.it;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import vn.lienthong.exchange.application.delivery.FetchedContent;
import vn.lienthong.exchange.application.delivery.Mailbox;
import vn.lienthong.exchange.application.delivery.Transport;
import vn.lienthong.exchange.application.directory.Authenticate;
import vn.lienthong.exchange.application.directory.Register;
import vn.lienthong.exchange.application.dispatch.AcceptDispatch;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome;
import vn.lienthong.exchange.application.dispatch.AcceptOutcome.Accepted;
import vn.lienthong.exchange.application.dispatch.Intake;
import vn.lienthong.exchange.application.dispatch.Links;
import vn.lienthong.exchange.application.dispatch.RecallDocument;
import vn.lienthong.exchange.application.dispatch.RecordDispatch;
import vn.lienthong.exchange.application.dispatch.RecordStatus;
import vn.lienthong.exchange.application.dispatch.SendStatusMessages;
import vn.lienthong.exchange.application.dispatch.Submission;
import vn.lienthong.exchange.application.dispatch.Traces;
import vn.lienthong.exchange.application.dispatch.Trails;
import vn.lienthong.exchange.application.register.RegisterArrival;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.ConnectedSystem;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.content.ContentStore;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.dispatch.Channel;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.ledger.IdSource;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.ledger.UseRecords;
import vn.lienthong.exchange.infrastructure.clock.MonotonicIds;
import vn.lienthong.exchange.infrastructure.content.FileContentStore;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlReader;
import vn.lienthong.exchange.infrastructure.edxml.WoodstoxEdxmlWriter;
import vn.lienthong.exchange.infrastructure.persistence.JdbcUseRecords;
import vn.lienthong.exchange.infrastructure.persistence.JdbiUnitOfWork;
import vn.lienthong.exchange.infrastructure.vault.AesGcmVault;

/** The use cases over a real database and a real folder, with a province, a ministry and another province in it. */
public final class TestExchange {
    public static final OrganId PROVINCE = new OrganId("H03");
    public static final OrganId PROVINCE_OLD_CODE = new OrganId("000.00.00.H03");
    public static final OrganId MINISTRY = new OrganId("G06");
    public static final OrganId MINISTRY_OLD_CODE = new OrganId("000.00.00.G06");
    public static final OrganId OTHER = new OrganId("H14");
    public static final long BODY_LIMIT = 64L << 20;

    private final PrivatePostgres.Schema schema;
    private final Path folder;
    public final Clock clock = Clock.systemUTC();
    public final IdSource ids = new MonotonicIds(clock, new SecureRandom());
    public final DataSource owner;
    public final DataSource database;
    public final UnitOfWork unitOfWork;
    public final UseRecords useRecords;
    public final ContentStore store;
    public final Register register;
    public final Authenticate authenticate;
    public final AcceptDispatch accept;
    public final Mailbox mailbox;
    public final Transport transport;
    public final RecordStatus recordStatus;
    public final SendStatusMessages sendStatusMessages;
    public final Traces traces;
    public final Trails trails;
    public final Links links;
    public final RecallDocument recallDocument;
    public final Caller province;
    public final Caller ministry;
    public final Caller other;
    public final Caller auditor = new Caller("kiem-toan", Caller.Kind.PERSON, Set.of(), Set.of(Role.AUDIT));

    /** An exchange in a new schema and in that folder. */
    public static TestExchange in(Path folder, int connections) {
        return new TestExchange(PrivatePostgres.migrated(connections), folder, "node1");
    }

    /** Another node on the same database and the same folder; it shares nothing else. */
    public TestExchange anotherNode() {
        return new TestExchange(schema, folder, "node2");
    }

    /** The same with connections of its own. */
    public TestExchange anotherNode(int connections) {
        return new TestExchange(
                new PrivatePostgres.Schema(schema.owner(), schema.anotherPool(connections), schema.unpooled()),
                folder,
                "node2");
    }

    /** What a program of its own needs to work on the same database. */
    public DataSource unpooled() {
        return schema.unpooled();
    }

    private TestExchange(PrivatePostgres.Schema schema, Path folder, String node) {
        this.schema = schema;
        this.folder = folder;
        owner = schema.owner();
        database = schema.runtime();
        SecureRandom random = new SecureRandom();
        try {
            Path key = Files.writeString(folder.resolve("vault.key"), "0f".repeat(32));
            store = FileContentStore.open(folder.resolve("content"), node);
            unitOfWork =
                    new JdbiUnitOfWork(database, AesGcmVault.ofKeyFile(key, random), ids, random, () -> "it-request");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        useRecords = new JdbcUseRecords(database, ids, random);
        register = new Register(unitOfWork, clock);
        authenticate = new Authenticate(unitOfWork, clock);
        accept = new AcceptDispatch(
                store,
                new WoodstoxEdxmlReader(clock),
                EdxmlRules.FIELD,
                BODY_LIMIT,
                unitOfWork,
                new Intake(ids, clock),
                new RecordDispatch(unitOfWork, ids));
        mailbox = new Mailbox(unitOfWork, store, clock);
        transport = new Transport(unitOfWork, clock, new RegisterArrival(ids, clock));
        recordStatus = new RecordStatus(unitOfWork, ids, clock);
        sendStatusMessages = new SendStatusMessages(unitOfWork, store, new WoodstoxEdxmlWriter(), ids, clock);
        traces = new Traces(unitOfWork);
        trails = new Trails(unitOfWork);
        links = new Links(unitOfWork);
        recallDocument = new RecallDocument(
                unitOfWork, store, new WoodstoxEdxmlReader(clock), new WoodstoxEdxmlWriter(), accept, clock);
        province = system("qlvb.bac-kan", PROVINCE, PROVINCE_OLD_CODE, "Ủy ban nhân dân tỉnh Bắc Kạn");
        ministry = system("qlvb.bo-khcn", MINISTRY, MINISTRY_OLD_CODE, "Bộ Khoa học và Công nghệ");
        other = system("qlvb.cao-bang", OTHER, new OrganId("000.00.00.H14"), "Ủy ban nhân dân tỉnh Cao Bằng");
    }

    private Caller system(String id, OrganId agency, OrganId oldCode, String name) {
        SystemId system = new SystemId(id);
        SharedSecret secret = SharedSecret.of(("secret of " + id).getBytes(StandardCharsets.UTF_8));
        register.system(
                "it", new ConnectedSystem(system, name, secret, null, null, Set.of(Role.EXCHANGE, Role.VERIFY)));
        register.agency("it", new Agency(agency, name, null, null, oldCode.value(), List.of(oldCode), system));
        return authenticate.vxpPeer(system).orElseThrow().caller();
    }

    /** The outcome of sending that message over VXP. */
    public AcceptOutcome send(Caller caller, byte[] edxml) {
        return accept.accept(caller, Submission.of(Channel.VXP, new ByteArrayInputStream(edxml)));
    }

    /** The message was accepted. */
    public Accepted sent(Caller caller, byte[] edxml) {
        AcceptOutcome outcome = send(caller, edxml);
        if (outcome instanceof Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + outcome);
    }

    /** The recipient has been given the octets of the dispatch. */
    public void fetched(Caller recipient, DispatchId dispatch) {
        try (FetchedContent content =
                mailbox.fetch(recipient, new DocId(dispatch.value())).orElseThrow()) {
            content.body().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the outbox holds is done. */
    public void runOutbox() {
        while (sendStatusMessages.run() > 0) {
            // until nothing is due
        }
    }

    /** How long a lease is where its length does not matter. */
    public static Duration aWhile() {
        return Duration.ofMinutes(5);
    }

    static byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes a message. */
    interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }
}
