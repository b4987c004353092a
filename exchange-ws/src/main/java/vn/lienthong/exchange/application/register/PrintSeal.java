package vn.lienthong.exchange.application.register;

import java.util.List;
import java.util.Optional;
import vn.lienthong.exchange.application.signing.SignDocumentCommand;
import vn.lienthong.exchange.application.signing.SignOfficialDocument;
import vn.lienthong.exchange.application.signing.SignedDocument;
import vn.lienthong.exchange.application.signing.SourceDocument;
import vn.lienthong.exchange.domain.account.Caller;
import vn.lienthong.signer.sign.NamedDocument;
import vn.lienthong.signer.sign.SignatureDetails;
import vn.lienthong.signer.sign.SignatureForm;
import vn.lienthong.signer.sign.SignatureLevel;
import vn.lienthong.signer.token.KeyAlias;

/**
 * Seals the prints of registers, with keys that are granted to those who close them: policy, quota and audit are those of any
 * other signature. Thread-safe.
 */
public final class PrintSeal {
    private final SignOfficialDocument signing;

    public PrintSeal(SignOfficialDocument signing) {
        this.signing = signing;
    }

    /** @throws vn.lienthong.exchange.domain.failure.FailureException if the caller may not seal with that key now */
    void require(Caller caller, KeyAlias key) {
        signing.require(caller, command(List.of(), key, ""));
    }

    /** The print with a PAdES signature and a timestamp, which the caller closes. */
    SignedDocument seal(Caller caller, KeyAlias key, RegisterFile print, String reason) {
        SourceDocument source = new SourceDocument(
                new NamedDocument("register.pdf", print.file(), Optional.empty()),
                print.ref().digest());
        return signing.sign(caller, command(List.of(source), key, reason));
    }

    private static SignDocumentCommand command(List<SourceDocument> documents, KeyAlias key, String reason) {
        return new SignDocumentCommand(
                documents,
                key,
                Optional.empty(),
                SignatureForm.PADES,
                SignatureLevel.BASELINE_T,
                Optional.empty(),
                new SignatureDetails("", reason, "", ""),
                Optional.empty(),
                Optional.empty());
    }
}
