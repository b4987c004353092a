package vn.lienthong.exchange.domain.solecontrol;

/**
 * The factors of one official.
 *
 * @param lastStep the newest step whose one-time password was accepted: no other of it or of one before is
 */
public record SigningFactors(PinHash pin, TotpSecret totp, long lastStep) {
    /** Whether they are of one enrolment, whatever was used up meanwhile; compared in constant time. */
    public boolean areThoseOf(SigningFactors other) {
        return pin.equals(other.pin) & totp.equals(other.totp);
    }
}
