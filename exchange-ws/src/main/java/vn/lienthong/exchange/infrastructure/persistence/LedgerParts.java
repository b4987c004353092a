package vn.lienthong.exchange.infrastructure.persistence;

import java.security.SecureRandom;
import java.util.function.Supplier;
import vn.lienthong.exchange.domain.account.SecretVault;
import vn.lienthong.exchange.domain.ledger.IdSource;

/** What the records need besides the database. */
record LedgerParts(SecretVault vault, IdSource ids, SecureRandom random, Supplier<String> correlation) {}
