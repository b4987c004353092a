package vn.lienthong.signer.sign.pades;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PageTree;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;
import vn.lienthong.signer.pdf.Revision;
import vn.lienthong.signer.pdf.SignaturePlace;
import vn.lienthong.signer.sign.Certification;
import vn.lienthong.signer.sign.SignRequest;

/** The objects of a signature, and those that have to know of it. Source: ISO 32000-2 §12.7.5.5, §12.8.1. */
final class SignatureObjects {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "'D:'uuuuMMddHHmmss'+07''00'''", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    /** Print, and Locked: ISO 32000-2 table 167. */
    private static final int PRINT_AND_LOCKED = 4 | 128;

    private static final int HIDDEN = 2;
    private static final int NO_VIEW = 32;
    /** SignaturesExist and AppendOnly: ISO 32000-2 table 225. */
    private static final int SIGNATURE_FLAGS = 3;

    private final SignableDocument base;
    private final Revision revision;
    private final Optional<Certification> certification;

    SignatureObjects(SignableDocument base, Revision revision, Optional<Certification> certification) {
        this.base = base;
        this.revision = revision;
        this.certification = certification;
    }

    /**
     * The dictionary of the signature, without what is known only when it is made.
     *
     * @param lock the signature reference that carries out the lock of the field
     */
    static SignaturePlace place(SignRequest request, Instant signingTime, Optional<PdfValue.Dict> lock) {
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        entries.put("Type", name("Sig"));
        entries.put("Filter", name("Adobe.PPKLite"));
        entries.put("SubFilter", name("ETSI.CAdES.detached"));
        entries.put("M", text(DATE.format(signingTime)));
        List<PdfValue> references = new ArrayList<>();
        request.certification().ifPresent(c -> references.add(reference(c)));
        lock.ifPresent(references::add);
        if (!references.isEmpty()) {
            entries.put("Reference", new PdfValue.Array(references));
        }
        said(entries, "Name", request.details().signerName());
        said(entries, "Reason", request.details().reason());
        said(entries, "Location", request.details().location());
        said(entries, "ContactInfo", request.details().contactInfo());
        PdfValue application = dict(Map.of(
                "Name", name(new String("Liên Thông".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))));
        entries.put("Prop_Build", dict(Map.of("App", application)));
        return new SignaturePlace(new PdfValue.Dict(entries), PlaceOfSignature.octets(request));
    }

    /** ISO 32000-2 §12.8.2.2.2, tables 256 and 257. */
    private static PdfValue reference(Certification certification) {
        Map<String, PdfValue> parameters = new LinkedHashMap<>();
        parameters.put("Type", name("TransformParams"));
        parameters.put("P", new PdfValue.Int(certification.permission()));
        parameters.put("V", name("1.2"));
        Map<String, PdfValue> reference = new LinkedHashMap<>();
        reference.put("Type", name("SigRef"));
        reference.put("TransformMethod", name("DocMDP"));
        reference.put("TransformParams", dict(parameters));
        return dict(reference);
    }

    /** The field is in the form and on the page; the document is otherwise as it was. */
    void addField(PdfValue.Ref signature, PageTree.Page page, FieldAppearance appearance) throws IOException, PdfFault {
        PdfValue.Ref field = revision.reserve();
        Map<String, PdfValue> entries = new LinkedHashMap<>();
        entries.put("Type", name("Annot"));
        entries.put("Subtype", name("Widget"));
        entries.put("FT", name("Sig"));
        entries.put("T", text(freeName()));
        entries.put("V", signature);
        entries.put("F", new PdfValue.Int(PRINT_AND_LOCKED));
        entries.put("Rect", appearance.rectangle());
        entries.put("P", page.ref());
        entries.put("AP", dict(Map.of("N", appearance.stream())));
        revision.put(field, new PdfValue.Dict(entries));
        appendTo(
                page.dict().get("Annots"),
                field,
                array -> revision.put(page.ref(), page.dict().with("Annots", array)));
        finish(signature, withForm(Optional.of(field)));
    }

    /** The field that the document has is signed, and looks like that; it stays where it is. */
    void fillField(PdfValue.Ref signature, FormFields.EmptyField empty, FieldAppearance appearance)
            throws IOException, PdfFault {
        PdfValue flags = base.document().resolve(empty.widget().get("F"));
        long before = flags instanceof PdfValue.Int(long value) ? value & ~(HIDDEN | NO_VIEW) : 0;
        PdfValue.Dict widget = empty.widget()
                .with("AP", dict(Map.of("N", appearance.stream())))
                .with("F", new PdfValue.Int(before | PRINT_AND_LOCKED));
        if (empty.widgetRef().equals(empty.ref())) {
            revision.put(empty.ref(), widget.with("V", signature));
        } else {
            revision.put(empty.widgetRef(), widget);
            revision.put(empty.ref(), empty.field().with("V", signature));
        }
        finish(signature, withForm(Optional.empty()));
    }

    private void finish(PdfValue.Ref signature, PdfValue.Dict withForm) {
        PdfValue.Dict catalog = withForm;
        if (certification.isPresent()) {
            catalog = catalog.with("Perms", dict(Map.of("DocMDP", signature)));
        }
        if (!catalog.equals(base.catalog())) {
            revision.put(base.catalogRef(), catalog);
        }
    }

    /** The catalog as it is with the field in the form, which is an object of its own where it can be. */
    private PdfValue.Dict withForm(Optional<PdfValue.Ref> field) throws IOException, PdfFault {
        List<PdfValue.Dict> form = new ArrayList<>(List.of(base.form()));
        if (field.isPresent()) {
            appendTo(
                    base.form().get("Fields"),
                    field.get(),
                    array -> form.set(0, form.get(0).with("Fields", array)));
        }
        PdfValue flags = base.document().resolve(base.form().get("SigFlags"));
        long now = flags instanceof PdfValue.Int(long value) ? value | SIGNATURE_FLAGS : SIGNATURE_FLAGS;
        if (!flags.equals(new PdfValue.Int(now))) {
            form.set(0, form.get(0).with("SigFlags", new PdfValue.Int(now)));
        }
        if (form.get(0).equals(base.form())) {
            return base.catalog();
        }
        if (base.hasForm() && base.catalog().get("AcroForm") instanceof PdfValue.Ref ref) {
            revision.put(ref, form.get(0));
            return base.catalog();
        }
        if (base.hasForm()) {
            return base.catalog().with("AcroForm", form.get(0));
        }
        PdfValue.Ref ref = revision.reserve();
        revision.put(ref, form.get(0));
        return base.catalog().with("AcroForm", ref);
    }

    /** Takes the changed array where it stands in its owner. */
    private interface Owner {
        void take(PdfValue.Array array);
    }

    /** An array that is an object of its own changes itself, any other one its owner. */
    private void appendTo(PdfValue array, PdfValue.Ref item, Owner owner) throws IOException, PdfFault {
        PdfValue resolved = base.document().resolve(array);
        List<PdfValue> items = new ArrayList<>();
        if (resolved instanceof PdfValue.Array(var before)) {
            items.addAll(before);
        } else if (!(resolved instanceof PdfValue.Null)) {
            throw new PdfFault(PdfFault.Kind.MALFORMED, "something else where an array belongs");
        }
        items.add(item);
        if (array instanceof PdfValue.Ref ref && resolved instanceof PdfValue.Array) {
            revision.put(ref, new PdfValue.Array(items));
        } else {
            owner.take(new PdfValue.Array(items));
        }
    }

    /** That no other field has, and no earlier signature locks: it may lock fields that are not there yet. */
    private String freeName() throws IOException, PdfFault {
        LockedNames locked = LockedNames.of(base.document(), base.fields());
        for (int i = 1; ; i++) {
            String name = "Signature" + i;
            if (!base.fields().names().contains(name) && !locked.cover(name)) {
                return name;
            }
        }
    }

    private static void said(Map<String, PdfValue> entries, String key, String said) {
        if (!said.isEmpty()) {
            entries.put(key, text(said));
        }
    }

    private static PdfValue.Name name(String name) {
        return new PdfValue.Name(name);
    }

    private static PdfValue.Dict dict(Map<String, PdfValue> entries) {
        return new PdfValue.Dict(entries);
    }

    private static PdfValue.Text text(String text) {
        return new PdfValue.Text(octets(text));
    }

    /** ISO 32000-2 §7.9.2.2: ASCII as it is, anything else in UTF-16 with its mark. */
    private static Bytes octets(String text) {
        boolean ascii = text.chars().allMatch(c -> c >= ' ' && c <= '~');
        return Bytes.of(text.getBytes(ascii ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16));
    }
}
