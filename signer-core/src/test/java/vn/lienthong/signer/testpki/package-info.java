/** A public key infrastructure for tests: good, expired, revoked and weak users, made anew in each test run. */
package vn.lienthong.signer.testpki;
