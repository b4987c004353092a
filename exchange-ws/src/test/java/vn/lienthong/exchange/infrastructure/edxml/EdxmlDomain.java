package vn.lienthong.exchange.infrastructure.edxml;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;
import vn.lienthong.exchange.domain.agency.OrganId;
import vn.lienthong.exchange.domain.dispatch.DocumentId;
import vn.lienthong.exchange.domain.edxml.Bussiness;
import vn.lienthong.exchange.domain.edxml.BussinessDocType;
import vn.lienthong.exchange.domain.edxml.BussinessDocumentInfo;
import vn.lienthong.exchange.domain.edxml.Code;
import vn.lienthong.exchange.domain.edxml.DocumentType;
import vn.lienthong.exchange.domain.edxml.EdxmlStatus;
import vn.lienthong.exchange.domain.edxml.MessageHeader;
import vn.lienthong.exchange.domain.edxml.Organ;
import vn.lienthong.exchange.domain.edxml.OtherInfo;
import vn.lienthong.exchange.domain.edxml.Priority;
import vn.lienthong.exchange.domain.edxml.PromulgationInfo;
import vn.lienthong.exchange.domain.edxml.ReplacementInfo;
import vn.lienthong.exchange.domain.edxml.ResponseFor;
import vn.lienthong.exchange.domain.edxml.SignerInfo;
import vn.lienthong.exchange.domain.edxml.StaffInfo;
import vn.lienthong.exchange.domain.edxml.StatusCode;
import vn.lienthong.exchange.domain.edxml.TraceHeader;
import vn.lienthong.exchange.domain.edxml.TraceHeaderList;

/** Any message that edXML can say, within the standard's lengths. */
class EdxmlDomain extends DomainContextBase {

    /** Vietnamese, markup and characters beyond the basic plane, without white space at its ends. */
    private static Arbitrary<String> text(int longest) {
        return Arbitraries.strings()
                .withChars("aZ09 <>&'\"]ếĐượỹ\u0301/,;.-\u2028€")
                .ofMaxLength(longest)
                .map(String::strip);
    }

    private static Arbitrary<String> some(int longest) {
        return text(longest).filter(text -> !text.isEmpty());
    }

    @Provide
    Arbitrary<OrganId> organId() {
        return Arbitraries.strings()
                .withChars("AHG0123.")
                .ofMinLength(1)
                .ofMaxLength(35)
                .map(OrganId::new);
    }

    private Arbitrary<LocalDate> date() {
        return Arbitraries.longs().between(0, 20_000).map(LocalDate::ofEpochDay);
    }

    private Arbitrary<Instant> time() {
        return Arbitraries.longs().between(0, 2_000_000_000L).map(Instant::ofEpochSecond);
    }

    private Arbitrary<OptionalInt> number() {
        return Arbitraries.integers().between(-1, 999).map(n -> n < 0 ? OptionalInt.empty() : OptionalInt.of(n));
    }

    private Arbitrary<Organ> organ() {
        return Combinators.combine(organId(), text(200), some(200), text(250), text(100), text(20), text(20), text(100))
                .as(Organ::new);
    }

    private Arbitrary<StaffInfo> staff() {
        return Combinators.combine(text(250), text(100), text(100), text(100), text(100), text(100))
                .as(StaffInfo::new);
    }

    private Arbitrary<ResponseFor> responseFor() {
        return Combinators.combine(organId(), some(50), text(200), date().injectNull(0.3))
                .as(ResponseFor::new);
    }

    private Arbitrary<OtherInfo> otherInfo() {
        return Combinators.combine(
                        Arbitraries.of(Priority.class),
                        text(100),
                        text(10),
                        number(),
                        number(),
                        text(100),
                        Arbitraries.of(true, false),
                        some(250).list().ofMaxSize(3))
                .as((priority, sphere, typer, copies, pages, replies, direction, appendixes) ->
                        new OtherInfo(priority, sphere, typer, copies, pages, replies, direction, replies, appendixes));
    }

    private Arbitrary<MessageHeader> subject() {
        return Combinators.combine(
                        organ(),
                        organ().list().ofMinSize(1).ofMaxSize(4).uniqueElements(Organ::organId),
                        some(200).map(DocumentId::new),
                        Combinators.combine(some(11), some(30)).as(Code::new),
                        Combinators.combine(text(50), date()).as(PromulgationInfo::new),
                        Combinators.combine(text(3), text(3), some(100)).as(DocumentType::new),
                        some(500),
                        Combinators.combine(text(100), text(100), some(50)).as(SignerInfo::new))
                .as((from, to, id, code, promulgation, type, subject, signer) -> new MessageHeader(
                        from,
                        to,
                        id,
                        code,
                        promulgation,
                        type,
                        subject,
                        "",
                        signer,
                        null,
                        OtherInfo.of(Priority.NORMAL),
                        List.of(),
                        OptionalInt.empty(),
                        List.of(),
                        "",
                        List.of()));
    }

    @Provide
    Arbitrary<MessageHeader> header() {
        return Combinators.combine(
                        subject(),
                        text(500),
                        date().injectNull(0.5),
                        otherInfo(),
                        responseFor().list().ofMaxSize(2),
                        number(),
                        some(100).list().ofMaxSize(2),
                        some(150).list().ofMaxSize(3))
                .as((basic, content, due, other, responses, steering, tasks, places) -> new MessageHeader(
                        basic.from(),
                        basic.to(),
                        basic.documentId(),
                        basic.code(),
                        basic.promulgationInfo(),
                        basic.documentType(),
                        basic.subject(),
                        content,
                        basic.signerInfo(),
                        due,
                        other,
                        responses,
                        steering,
                        tasks,
                        content.length() > 100 ? "" : content,
                        places));
    }

    private Arbitrary<BussinessDocumentInfo> documentInfo() {
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Combinators.combine(organId(), Arbitraries.of("0", "1"))
                                .as(BussinessDocumentInfo.Receiver::new)
                                .list()
                                .ofMaxSize(2))
                .as(BussinessDocumentInfo::new);
    }

    @Provide
    Arbitrary<TraceHeaderList> traces() {
        Arbitrary<Bussiness> bussiness = Combinators.combine(
                        Arbitraries.of(BussinessDocType.class),
                        text(200),
                        text(500),
                        Arbitraries.of("", "0", "1"),
                        documentInfo().injectNull(0.5),
                        Combinators.combine(some(200), organId().list().ofMaxSize(2))
                                .as(ReplacementInfo::new)
                                .list()
                                .ofMaxSize(2),
                        staff().list().ofMaxSize(2))
                .as(Bussiness::new);
        return Combinators.combine(
                        bussiness,
                        Combinators.combine(organId(), time())
                                .as(TraceHeader::new)
                                .list()
                                .ofMaxSize(3))
                .as(TraceHeaderList::new);
    }

    @Provide
    Arbitrary<EdxmlStatus> status() {
        return Combinators.combine(
                        organ(),
                        responseFor(),
                        staff().injectNull(0.3),
                        Arbitraries.of(StatusCode.class),
                        text(500),
                        time())
                .as(EdxmlStatus::new);
    }

    @Provide
    Arbitrary<List<byte[]>> contents() {
        Arbitrary<byte[]> some = Arbitraries.bytes().array(byte[].class).ofMaxSize(200);
        Arbitrary<byte[]> aroundOnePiece =
                Arbitraries.integers().between(48 * 1024 - 2, 48 * 1024 + 2).map(byte[]::new);
        return Arbitraries.frequencyOf(Tuple.of(9, some), Tuple.of(1, aroundOnePiece))
                .list()
                .ofMaxSize(3);
    }
}
