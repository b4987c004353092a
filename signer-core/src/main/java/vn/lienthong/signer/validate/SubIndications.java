package vn.lienthong.signer.validate;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import org.jspecify.annotations.Nullable;

/** What the words of EN 319 102-1 §5.1.3, Tables 5 and 6, mean in ours. */
final class SubIndications {
    private SubIndications() {}

    static Verdict verdict(@Nullable Indication indication) {
        return switch (indication) {
            case TOTAL_PASSED, PASSED -> Verdict.VALID;
            case TOTAL_FAILED, FAILED -> Verdict.INVALID;
            case INDETERMINATE, NO_SIGNATURE_FOUND -> Verdict.INDETERMINATE;
            case null -> Verdict.INDETERMINATE;
        };
    }

    static FindingCode finding(@Nullable SubIndication subIndication) {
        return switch (subIndication) {
            case FORMAT_FAILURE -> FindingCode.FORMAT_FAILURE;
            case HASH_FAILURE -> FindingCode.DATA_CHANGED;
            case SIG_CRYPTO_FAILURE -> FindingCode.SIGNATURE_VALUE_WRONG;
            case REVOKED -> FindingCode.CERTIFICATE_REVOKED;
            case EXPIRED -> FindingCode.CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> FindingCode.CERTIFICATE_NOT_YET_VALID;
            case SIG_CONSTRAINTS_FAILURE, POLICY_PROCESSING_ERROR, SIGNATURE_POLICY_NOT_AVAILABLE ->
                FindingCode.SIGNATURE_CONSTRAINTS_FAILURE;
            case CHAIN_CONSTRAINTS_FAILURE -> FindingCode.CHAIN_CONSTRAINTS_FAILURE;
            case CERTIFICATE_CHAIN_GENERAL_FAILURE, TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE ->
                FindingCode.REVOCATION_UNKNOWN;
            case CRYPTO_CONSTRAINTS_FAILURE, CRYPTO_CONSTRAINTS_FAILURE_NO_POE -> FindingCode.WEAK_CRYPTOGRAPHY;
            case TIMESTAMP_ORDER_FAILURE -> FindingCode.TIMESTAMP_ORDER_WRONG;
            case NO_SIGNING_CERTIFICATE_FOUND -> FindingCode.SIGNING_CERTIFICATE_NOT_FOUND;
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE -> FindingCode.NO_TRUST_PATH;
            case REVOKED_NO_POE, REVOKED_CA_NO_POE -> FindingCode.REVOKED_WITHOUT_PROOF;
            case OUT_OF_BOUNDS_NOT_REVOKED, OUT_OF_BOUNDS_NO_POE -> FindingCode.EXPIRED_WITHOUT_PROOF;
            case SIGNED_DATA_NOT_FOUND -> FindingCode.SIGNED_DATA_NOT_FOUND;
            case NO_POE -> FindingCode.NOT_DECIDED;
            case null -> FindingCode.NOT_DECIDED;
        };
    }
}
