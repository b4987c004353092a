package vn.lienthong.exchange.infrastructure.edxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.edxml.Attachment;
import vn.lienthong.exchange.domain.edxml.EdxmlRules;
import vn.lienthong.exchange.domain.failure.FailureCode;

/** The manifest and the attachments, which must tell of each other. */
final class AttachmentMapping {
    private static final String CONTENT_ID = "ContentId";

    private final EdxmlRules rules;
    private final Findings findings;

    AttachmentMapping(EdxmlRules rules, Findings findings) {
        this.rules = rules;
        this.findings = findings;
    }

    /** @param mime whether a manifest may name what is not in the file */
    List<Attachment> map(@Nullable Element manifest, @Nullable Element attachments, boolean mime) {
        Set<String> references = references(manifest);
        List<Attachment> found = attachments(attachments);
        Set<String> missing = new HashSet<>(references);
        for (Attachment attachment : found) {
            if (!references.contains(attachment.contentId())) {
                findings.refuseOrNote(
                        rules.refuseLooseStructure(),
                        "N.edXMLManifest.Reference",
                        "none for " + Findings.quote(attachment.contentId()));
            }
            missing.remove(attachment.contentId());
        }
        if (!mime) {
            missing.stream()
                    .sorted()
                    .forEach(id -> findings.refuse(
                            FailureCode.EDXML_ATTACHMENT_INVALID,
                            "N.AttachmentEncoded.Attachment",
                            "none for " + Findings.quote(id)));
        }
        return found;
    }

    private Set<String> references(@Nullable Element manifest) {
        Set<String> ids = new HashSet<>();
        if (manifest != null) {
            for (Fields reference : fields(manifest, "edXMLManifest").children("Reference")) {
                String id = contentId(reference);
                if (!id.isEmpty() && !ids.add(id)) {
                    findings.refuse("M." + reference.path(CONTENT_ID), Findings.quote(id) + " stands twice");
                }
            }
        }
        return ids;
    }

    private List<Attachment> attachments(@Nullable Element list) {
        List<Attachment> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (list != null) {
            for (Element element : list.children("Attachment")) {
                Attachment attachment = attachment(element);
                if (attachment != null) {
                    found.add(attachment);
                }
                if (attachment != null && !ids.add(attachment.contentId())) {
                    findings.refuse(
                            FailureCode.EDXML_ATTACHMENT_INVALID,
                            "M.AttachmentEncoded.Attachment.ContentId",
                            Findings.quote(attachment.contentId()) + " stands twice");
                }
            }
        }
        return found;
    }

    private @Nullable Attachment attachment(Element element) {
        Fields fields = fields(element, "AttachmentEncoded.Attachment");
        String id = contentId(fields);
        List<Element> contents = element.children("ContentTransferEncoded");
        if (contents.size() != 1 || contents.getFirst().octets() == null) {
            findings.refuse(
                    FailureCode.EDXML_ATTACHMENT_INVALID,
                    "N." + fields.path("ContentTransferEncoded"),
                    "stands " + contents.size() + " times, must stand once");
            return null;
        }
        String name = fields.required("AttachmentName", 200);
        return id.isEmpty()
                ? null
                : new Attachment(
                        id,
                        name,
                        fields.text("Description", 500),
                        fields.text("ContentType", 200),
                        contents.getFirst().octets());
    }

    /** The official Java library writes {@code cid:} in both places, the .NET one in the manifest alone. */
    private static String contentId(Fields fields) {
        String id = fields.required(CONTENT_ID, 200);
        return id.toLowerCase(Locale.ROOT).startsWith("cid:") ? id.substring(4).strip() : id;
    }

    private Fields fields(Element element, String path) {
        return new Fields(element, path, rules, findings);
    }
}
