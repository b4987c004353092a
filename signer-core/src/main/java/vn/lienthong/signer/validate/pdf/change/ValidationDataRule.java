package vn.lienthong.signer.validate.pdf.change;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.lienthong.signer.algorithm.Bytes;
import vn.lienthong.signer.pdf.PdfFault;
import vn.lienthong.signer.pdf.PdfValue;

/**
 * The document security store in the catalog, and there alone: certificates, CRLs and OCSP responses, each a stream that is
 * nothing else. Source: ISO 32000-2 §12.8.4.3; ETSI EN 319 142-1 §5.4.2.
 */
final class ValidationDataRule implements Rule {
    static final Rule DSS = new ValidationDataRule();
    private static final Rule CERTIFICATE = octets(AddedEvidence.Kind.CERTIFICATE);
    private static final Rule OCSP_RESPONSE = octets(AddedEvidence.Kind.OCSP_RESPONSE);
    private static final Rule CRL = octets(AddedEvidence.Kind.CRL);
    private static final Rule TIMESTAMP = octets(AddedEvidence.Kind.TIMESTAMP);

    private static final Map<String, Rule> STORES = Map.of("Certs", CERTIFICATE, "OCSPs", OCSP_RESPONSE, "CRLs", CRL);
    private static final Map<String, Rule> OF_SIGNATURE =
            Map.of("Cert", CERTIFICATE, "OCSP", OCSP_RESPONSE, "CRL", CRL);
    private static final Set<String> OF_STREAM = Set.of("Length", "Filter", "DecodeParms", "Type");
    private static final Pattern VRI_NAME = Pattern.compile("[0-9A-Fa-f]{40}");

    private ValidationDataRule() {}

    @Override
    public void judge(Step step, Place place, PdfValue before, PdfValue after) throws IOException, PdfFault {
        PdfValue now = step.after(after);
        if (Values.isNull(now) && Values.isNull(step.before(before))) {
            return;
        }
        if (!(now instanceof PdfValue.Dict dict)) {
            step.refuse(place);
            return;
        }
        Place at = in(place, after);
        for (var entry : dict.entries().entrySet()) {
            Place part = at.at(entry.getKey());
            Rule store = STORES.get(entry.getKey());
            if (store != null) {
                streams(step, store, part, entry.getValue());
            } else if (entry.getKey().equals("VRI")) {
                signatures(step, part, entry.getValue());
            } else if (!entry.getKey().equals("Type") || !(entry.getValue() instanceof PdfValue.Name)) {
                step.refuse(part);
            }
        }
        if (!before.equals(after) || after instanceof PdfValue.Ref ref && step.isChanged(ref)) {
            step.note(ChangeKind.VALIDATION_DATA, place);
        }
    }

    private static void signatures(Step step, Place place, PdfValue value) throws IOException, PdfFault {
        if (!(step.after(value) instanceof PdfValue.Dict dict)) {
            step.refuse(place);
            return;
        }
        for (var entry : dict.entries().entrySet()) {
            Place at = in(place, value).at(entry.getKey());
            if (VRI_NAME.matcher(entry.getKey()).matches()
                    && step.after(entry.getValue()) instanceof PdfValue.Dict one) {
                signature(step, in(at, entry.getValue()), one);
            } else if (!entry.getKey().equals("Type")) {
                step.refuse(at);
            }
        }
    }

    private static void signature(Step step, Place place, PdfValue.Dict dict) throws IOException, PdfFault {
        for (var entry : dict.entries().entrySet()) {
            Place at = place.at(entry.getKey());
            switch (entry.getKey()) {
                case "Type", "TU" -> {
                    if (!(entry.getValue() instanceof PdfValue.Name || entry.getValue() instanceof PdfValue.Text)) {
                        step.refuse(at);
                    }
                }
                case "TS" -> step.judge(TIMESTAMP, at, PdfValue.NULL, entry.getValue());
                default -> {
                    Rule kind = OF_SIGNATURE.get(entry.getKey());
                    if (kind != null) {
                        streams(step, kind, at, entry.getValue());
                    } else {
                        step.refuse(at);
                    }
                }
            }
        }
    }

    private static void streams(Step step, Rule kind, Place place, PdfValue value) throws IOException, PdfFault {
        if (!(step.after(value) instanceof PdfValue.Array(List<PdfValue> items))) {
            step.refuse(place);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            step.judge(kind, in(place, value).at(i), PdfValue.NULL, items.get(i));
        }
    }

    private static Rule octets(AddedEvidence.Kind kind) {
        return (step, place, before, after) -> octets(step, kind, place, after);
    }

    /** Where this revision put it there, it is somebody's evidence: nothing signs it, and other readers look into it. */
    private static void octets(Step step, AddedEvidence.Kind kind, Place place, PdfValue after)
            throws IOException, PdfFault {
        if (!(step.after(after) instanceof PdfValue.Stream stream)
                || !OF_STREAM.containsAll(stream.dict().entries().keySet())) {
            step.refuse(place);
            return;
        }
        // its length may be an object of its own
        step.after(stream.dict().get("Length"));
        if (!(after instanceof PdfValue.Ref ref) || step.isChanged(ref)) {
            step.note(new AddedEvidence(kind, Bytes.of(step.laterDocument().decoded(stream))));
        }
    }

    private static Place in(Place place, PdfValue value) {
        return value instanceof PdfValue.Ref ref ? place.in(ref.number()) : place;
    }
}
