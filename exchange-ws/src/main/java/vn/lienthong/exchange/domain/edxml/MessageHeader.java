package vn.lienthong.exchange.domain.edxml;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.dispatch.DocumentId;

/**
 * The {@code MessageHeader} of a document. Absent texts are empty.
 *
 * @param to at least one, no two with the same OrganId
 * @param documentId as the sender wrote it, or, where the sender left it empty, made of issuer, date and code
 * @param content an abstract in words (nội dung trích yếu), not the document
 * @param responseFor the earlier documents that this one answers
 * @param responseForTask codes of the tasks that this document answers (extension of the national axis)
 */
public record MessageHeader(
        Organ from,
        List<Organ> to,
        DocumentId documentId,
        Code code,
        PromulgationInfo promulgationInfo,
        DocumentType documentType,
        String subject,
        String content,
        SignerInfo signerInfo,
        @Nullable LocalDate dueDate,
        OtherInfo otherInfo,
        List<ResponseFor> responseFor,
        OptionalInt steeringType,
        List<String> responseForTask,
        String applicationType,
        List<String> toPlaces) {
    public MessageHeader {
        to = List.copyOf(to);
        responseFor = List.copyOf(responseFor);
        responseForTask = List.copyOf(responseForTask);
        toPlaces = List.copyOf(toPlaces);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a document names at least one receiver");
        }
        if (to.stream().map(Organ::organId).distinct().count() != to.size()) {
            throw new IllegalArgumentException("a document names each receiver once");
        }
    }

    /** The same to other receivers. */
    public MessageHeader addressedTo(List<Organ> receivers) {
        return new MessageHeader(
                from,
                receivers,
                documentId,
                code,
                promulgationInfo,
                documentType,
                subject,
                content,
                signerInfo,
                dueDate,
                otherInfo,
                responseFor,
                steeringType,
                responseForTask,
                applicationType,
                toPlaces);
    }
}
