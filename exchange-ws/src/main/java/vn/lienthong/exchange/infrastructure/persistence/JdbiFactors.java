package vn.lienthong.exchange.infrastructure.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.content.Sha256Digest;
import vn.lienthong.exchange.domain.solecontrol.Attempts;
import vn.lienthong.exchange.domain.solecontrol.Enrolment;
import vn.lienthong.exchange.domain.solecontrol.Factor;
import vn.lienthong.exchange.domain.solecontrol.FactorLedger;
import vn.lienthong.exchange.domain.solecontrol.PinHash;
import vn.lienthong.exchange.domain.solecontrol.SigningFactors;
import vn.lienthong.exchange.domain.solecontrol.TotpSecret;

/** Officials' factors in PostgreSQL, encrypted by the vault: each for its owner and its purpose alone. */
record JdbiFactors(Handle handle, SecretVault vault) implements FactorLedger {
    @Override
    public Optional<SigningFactors> of(String account) {
        return find(account, "");
    }

    @Override
    public Optional<SigningFactors> locked(String account) {
        return find(account, " for update");
    }

    private Optional<SigningFactors> find(String account, String lock) {
        return handle.createQuery("select pin, totp, last_step from signing_factors where account = :account" + lock)
                .bind("account", account)
                .map((row, context) -> factors(account, row, row.getLong("last_step")))
                .findFirst();
    }

    @Override
    public void put(String account, SigningFactors factors) {
        handle.createUpdate("""
                        insert into signing_factors (account, pin, totp, last_step)
                        values (:account, :pin, :totp, :lastStep)
                        on conflict (account) do update set pin = excluded.pin, totp = excluded.totp,
                            last_step = excluded.last_step""")
                .bind("account", account)
                .bind("pin", vault.seal(pinOwner(account), factors.pin().encoded()))
                .bind("totp", vault.seal(totpOwner(account), factors.totp().secret()))
                .bind("lastStep", factors.lastStep())
                .execute();
        for (String table : List.of("factor_attempts", "passkey")) {
            handle.createUpdate("delete from " + table + " where account = :account")
                    .bind("account", account)
                    .execute();
        }
    }

    @Override
    public Optional<Enrolment> enrolment(String account) {
        return handle.createQuery("""
                        select code_sha256, expires_at, tries, pin, totp from factor_enrolment
                        where account = :account for update""")
                .bind("account", account)
                .map((row, context) -> new Enrolment(
                        account,
                        Sha256Digest.of(row.getBytes("code_sha256")),
                        Columns.instant(row, "expires_at"),
                        row.getInt("tries"),
                        row.getBytes("pin") == null ? null : factors(account, row, 0)))
                .findFirst();
    }

    @Override
    public void put(Enrolment enrolment) {
        String account = enrolment.account();
        SigningFactors chosen = enrolment.chosen();
        handle.createUpdate("""
                        insert into factor_enrolment (account, code_sha256, expires_at, tries, pin, totp)
                        values (:account, :code, :expiresAt, :tries, :pin, :totp)
                        on conflict (account) do update set code_sha256 = excluded.code_sha256,
                            expires_at = excluded.expires_at, tries = excluded.tries, pin = excluded.pin,
                            totp = excluded.totp""")
                .bind("account", account)
                .bind("code", enrolment.code().toArray())
                .bind("expiresAt", enrolment.expiresAt())
                .bind("tries", enrolment.tries())
                .bind("pin", sealedPin(account, chosen))
                .bind("totp", sealedTotp(account, chosen))
                .execute();
    }

    @Override
    public void dropEnrolment(String account) {
        handle.createUpdate("delete from factor_enrolment where account = :account")
                .bind("account", account)
                .execute();
    }

    @Override
    public Attempts attempts(String account, Factor factor, String application) {
        // The row is there before it is locked: two first tries at once wait for one another too.
        handle.createUpdate("""
                        insert into factor_attempts (account, factor, application, failures, barred_until)
                        values (:account, :factor, :application, 0, 'epoch') on conflict do nothing""")
                .bind("account", account)
                .bind("factor", factor.name())
                .bind("application", application)
                .execute();
        return handle.createQuery("""
                        select failures, barred_until from factor_attempts
                        where account = :account and factor = :factor and application = :application for update""")
                .bind("account", account)
                .bind("factor", factor.name())
                .bind("application", application)
                .map((row, context) -> new Attempts(row.getInt("failures"), Columns.instant(row, "barred_until")))
                .one();
    }

    @Override
    public void put(String account, Factor factor, String application, Attempts attempts) {
        handle.createUpdate("""
                        update factor_attempts set failures = :failures, barred_until = :barredUntil
                        where account = :account and factor = :factor and application = :application""")
                .bind("account", account)
                .bind("factor", factor.name())
                .bind("application", application)
                .bind("failures", attempts.failures())
                .bind("barredUntil", attempts.barredUntil())
                .execute();
    }

    @Override
    public boolean useStep(String account, long step) {
        return handle.createUpdate(
                                "update signing_factors set last_step = :step where account = :account and last_step < :step")
                        .bind("account", account)
                        .bind("step", step)
                        .execute()
                == 1;
    }

    private SigningFactors factors(String account, ResultSet row, long lastStep) throws SQLException {
        return new SigningFactors(
                new PinHash(vault.open(pinOwner(account), row.getBytes("pin"))),
                new TotpSecret(vault.open(totpOwner(account), row.getBytes("totp"))),
                lastStep);
    }

    private byte @Nullable [] sealedPin(String account, @Nullable SigningFactors factors) {
        return factors == null
                ? null
                : vault.seal(pinOwner(account), factors.pin().encoded());
    }

    private byte @Nullable [] sealedTotp(String account, @Nullable SigningFactors factors) {
        return factors == null
                ? null
                : vault.seal(totpOwner(account), factors.totp().secret());
    }

    private static String pinOwner(String account) {
        return "pin of " + account;
    }

    private static String totpOwner(String account) {
        return "totp of " + account;
    }
}
