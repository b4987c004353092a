package vn.lienthong.exchange.boundary.vxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import vn.lienthong.exchange.domain.acceptance.Acceptance;
import vn.lienthong.exchange.domain.acceptance.Acceptances;
import vn.lienthong.exchange.domain.account.Accounts;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.exchange.domain.account.Role;
import vn.lienthong.exchange.domain.account.SharedSecret;
import vn.lienthong.exchange.domain.account.VxpPeer;
import vn.lienthong.exchange.domain.agency.Address;
import vn.lienthong.exchange.domain.agency.Agency;
import vn.lienthong.exchange.domain.agency.AgencyDirectory;
import vn.lienthong.exchange.domain.agency.AgencyFilter;
import vn.lienthong.exchange.domain.agency.AgencyRecord;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.agency.SystemId;
import vn.lienthong.exchange.domain.audit.AuditNote;
import vn.lienthong.exchange.domain.audit.AuditTrail;
import vn.lienthong.exchange.domain.capability.Capabilities;
import vn.lienthong.exchange.domain.capability.Capability;
import vn.lienthong.exchange.domain.deadline.Allowance;
import vn.lienthong.exchange.domain.deadline.CalendarDay;
import vn.lienthong.exchange.domain.deadline.Deadline;
import vn.lienthong.exchange.domain.deadline.DeadlineKind;
import vn.lienthong.exchange.domain.deadline.DeadlineRule;
import vn.lienthong.exchange.domain.deadline.Deadlines;
import vn.lienthong.exchange.domain.delivery.Copies;
import vn.lienthong.exchange.domain.delivery.Deliveries;
import vn.lienthong.exchange.domain.delivery.DeliveryAttempt;
import vn.lienthong.exchange.domain.delivery.DeliveryState;
import vn.lienthong.exchange.domain.delivery.DocId;
import vn.lienthong.exchange.domain.delivery.LeaseToken;
import vn.lienthong.exchange.domain.delivery.Page;
import vn.lienthong.exchange.domain.delivery.ReceivedMessage;
import vn.lienthong.exchange.domain.delivery.ReceivedQuery;
import vn.lienthong.exchange.domain.delivery.SentMessage;
import vn.lienthong.exchange.domain.delivery.SetAsides;
import vn.lienthong.exchange.domain.dispatch.DeliveryId;
import vn.lienthong.exchange.domain.dispatch.Dispatch;
import vn.lienthong.exchange.domain.dispatch.DispatchId;
import vn.lienthong.exchange.domain.dispatch.DispatchIdentity;
import vn.lienthong.exchange.domain.dispatch.Dispatches;
import vn.lienthong.exchange.domain.dispatch.MessageType;
import vn.lienthong.exchange.domain.event.Events;
import vn.lienthong.exchange.domain.event.NewEvent;
import vn.lienthong.exchange.domain.ledger.Ledger;
import vn.lienthong.exchange.domain.ledger.UnitOfWork;
import vn.lienthong.exchange.domain.register.RegisterSettings;
import vn.lienthong.exchange.domain.register.Registers;

/**
 * As much of the records as the servlet's tests need: two systems, a handful of agencies, what they sent. Both systems
 * have the same secret.
 */
public final class SmallLedger implements UnitOfWork {
    static final String SENDER = "vxp.saas.01";
    static final String RECEIVER = "vxp.saas.02";
    static final String SECRET = "bí-mật-dùng-chung";

    private final Map<DispatchId, Dispatch> sent = new LinkedHashMap<>();
    private final Map<DeliveryId, ReceivedMessage> received = new LinkedHashMap<>();

    List<Dispatch> dispatchesSent() {
        return new ArrayList<>(sent.values());
    }

    @Override
    public <T> T inTransaction(Function<Ledger, T> work) {
        return reading(work);
    }

    @Override
    public <T> T reading(Function<Ledger, T> work) {
        return work.apply(FakeServlet.only(Ledger.class, this));
    }

    public Accounts accounts() {
        return FakeServlet.only(Accounts.class, this);
    }

    public SetAsides setAsides() {
        return FakeServlet.only(SetAsides.class, new Told());
    }

    public Capabilities capabilities() {
        return FakeServlet.only(Capabilities.class, new Told());
    }

    public Events events() {
        return FakeServlet.only(Events.class, new Told());
    }

    public AuditTrail audit() {
        return FakeServlet.only(AuditTrail.class, new Notes());
    }

    public Registers registers() {
        return FakeServlet.only(Registers.class, new ClerksRegister());
    }

    public Deadlines deadlines() {
        return FakeServlet.only(Deadlines.class, new NoDeadlines());
    }

    /** They begin and end unseen. */
    private static final class NoDeadlines {
        public List<CalendarDay> days() {
            return List.of();
        }

        public List<DeadlineRule> rules() {
            List<DeadlineRule> rules = new ArrayList<>();
            for (int priority = 0; priority <= DeadlineRule.MOST_PRIORITY; priority++) {
                rules.add(
                        new DeadlineRule(DeadlineKind.RECEIVE, priority, new Allowance.WorkingDays(0), Duration.ZERO));
            }
            return rules;
        }

        public void begin(Collection<Deadline> deadlines, Instant next) {
            deadlines.forEach(deadline -> assertThat(deadline.dueAt()).isAfterOrEqualTo(next));
        }

        public void met(DeliveryId delivery, Instant at) {
            assertThat(delivery).isNotNull();
            assertThat(at).isNotNull();
        }
    }

    /** Nothing is registered by itself. */
    private static final class ClerksRegister {
        public RegisterSettings settings(OrganId agency) {
            assertThat(agency).isNotNull();
            return RegisterSettings.USUAL;
        }
    }

    public AgencyDirectory agencies() {
        return FakeServlet.only(AgencyDirectory.class, new Agencies());
    }

    public Dispatches dispatches() {
        return FakeServlet.only(Dispatches.class, new Sent());
    }

    public Acceptances acceptances() {
        return new Acceptances() {
            @Override
            public Addition record(Acceptance acceptance) {
                return accepted(acceptance);
            }

            @Override
            public void extend(Acceptance further, String by, Instant at) {
                throw new UnsupportedOperationException("nothing comes by relay here");
            }
        };
    }

    private Acceptances.Addition accepted(Acceptance acceptance) {
        Dispatch dispatch = acceptance.dispatch();
        sent.put(dispatch.id(), dispatch);
        acceptance
                .recipients()
                .forEach((recipient, id) -> received.put(
                        id,
                        new ReceivedMessage(
                                id,
                                dispatch,
                                recipient,
                                DeliveryState.INITIAL,
                                0,
                                dispatch.acceptedAt(),
                                dispatch.acceptedAt(),
                                null,
                                null)));
        return new Acceptances.Addition.Added();
    }

    public Copies copies() {
        return FakeServlet.only(Copies.class, new Given());
    }

    public Deliveries deliveries() {
        return FakeServlet.only(Deliveries.class, new Received());
    }

    public Optional<VxpPeer> vxpPeer(SystemId system) {
        return switch (system.value()) {
            case SENDER -> peer(SENDER, "H03");
            case RECEIVER -> peer(RECEIVER, "H41");
            default -> Optional.empty();
        };
    }

    private static Optional<VxpPeer> peer(String name, String organId) {
        return Optional.of(new VxpPeer(
                new Caller(
                        name,
                        Caller.Kind.SYSTEM,
                        Set.of(new OrganId(organId), new OrganId("000.00.00." + organId)),
                        Set.of(Role.EXCHANGE)),
                SharedSecret.of(SECRET.getBytes(StandardCharsets.UTF_8))));
    }

    /** Three agencies; the first has neither mail nor parent. */
    public static final class Agencies {
        private static final List<Agency> ALL = List.of(
                agency("G22", "Văn phòng Chính phủ", null, null, null),
                agency("H03", "UBND tỉnh Bắc Kạn", "backan@gov.vn", "G22", "000.00.00.H03"),
                agency("H41", "UBND tỉnh Nghệ An", "nghean@gov.vn", "G22", "000.00.00.H41"));

        private static Agency agency(String id, String name, String mail, String parent, String code102) {
            return new Agency(
                    new OrganId(id), name, mail, parent == null ? null : new OrganId(parent), code102, List.of(), null);
        }

        public List<AgencyRecord> list(AgencyFilter filter, OrganId after, int most) {
            return ALL.stream()
                    .filter(agency -> after == null || agency.id().compareTo(after) > 0)
                    .map(agency -> new AgencyRecord(
                            agency,
                            1,
                            Instant.EPOCH,
                            null,
                            null,
                            agency.code20().orElse(null)))
                    .limit(most)
                    .toList();
        }

        public Optional<Instant> lastChange() {
            return Optional.of(Instant.EPOCH);
        }

        public Map<OrganId, Address> addresses(Collection<OrganId> ids) {
            Map<OrganId, Address> addresses = new HashMap<>();
            resolve(ids).forEach((code, agency) -> addresses.put(code, new Address(agency, false)));
            return addresses;
        }

        public Map<OrganId, OrganId> resolve(Collection<OrganId> ids) {
            Map<OrganId, OrganId> present = new HashMap<>();
            for (OrganId id : ids) {
                ALL.stream()
                        .filter(agency -> agency.id().equals(id) || id.value().equals(agency.code102()))
                        .forEach(agency -> present.put(id, agency.id()));
            }
            return present;
        }
    }

    /** What was sent. */
    public final class Sent {
        public Optional<Dispatch> present(DispatchIdentity identity) {
            return sent.values().stream()
                    .filter(dispatch -> DispatchIdentity.of(dispatch).equals(identity))
                    .findFirst();
        }

        public Optional<Dispatch> find(DispatchId id) {
            return Optional.ofNullable(sent.get(id));
        }

        public SortedMap<OrganId, DeliveryId> recipients(DispatchId id) {
            SortedMap<OrganId, DeliveryId> recipients = new TreeMap<>();
            received.values().stream()
                    .filter(message -> message.dispatch().id().equals(id))
                    .forEach(message -> recipients.put(message.recipient(), message.id()));
            return recipients;
        }
    }

    /** What waits. */
    public final class Received {
        public List<ReceivedMessage> received(Set<OrganId> agencies, ReceivedQuery query) {
            return received.values().stream()
                    .filter(message -> agencies.contains(message.recipient()))
                    .filter(message -> message.state() != DeliveryState.DONE)
                    .filter(message -> message.dispatch().type() == query.type())
                    .toList();
        }

        public long count(Set<OrganId> agencies, ReceivedQuery query) {
            return received(agencies, query).size();
        }

        public List<ReceivedMessage> find(Set<OrganId> agencies, DocId id) {
            return received.values().stream()
                    .filter(message -> agencies.contains(message.recipient()))
                    .filter(message -> message.id().value().equals(id.value()))
                    .toList();
        }

        public Optional<Deliveries.LockedDelivery> lock(Set<OrganId> agencies, DeliveryId id) {
            return Optional.ofNullable(received.get(id))
                    .filter(message -> agencies.contains(message.recipient()))
                    .map(message -> new Deliveries.LockedDelivery(message, null, Instant.EPOCH));
        }

        public void update(
                DeliveryId id, DeliveryState state, int failures, LeaseToken token, Instant until, Instant at) {
            received.computeIfPresent(
                    id,
                    (same, old) -> new ReceivedMessage(
                            same, old.dispatch(), old.recipient(), state, failures, old.createdAt(), at, at, null));
        }

        public List<SentMessage> sent(Set<OrganId> agencies, MessageType type, DispatchId only, Page page) {
            return received.values().stream()
                    .filter(message -> agencies.contains(message.dispatch().sender()))
                    .filter(message -> only == null || message.dispatch().id().equals(only))
                    .map(message -> new SentMessage(
                            message.dispatch(),
                            message.id(),
                            message.recipient(),
                            message.state(),
                            message.failures(),
                            message.updatedAt(),
                            null,
                            null,
                            null))
                    .toList();
        }
    }

    /** Nothing is ever taken back. */
    public static final class Given {
        public boolean give(DeliveryId copy, Instant at) {
            return true;
        }
    }

    /** Keeps nothing. */
    public static final class Told {
        public void append(NewEvent event) {}

        public List<Capability> of(Collection<OrganId> agencies) {
            return List.of();
        }

        public void note(DeliveryId delivery, DeliveryAttempt attempt) {}
    }

    /** Keeps nothing. */
    public static final class Notes {
        public void append(AuditNote note) {}
    }
}
