package vn.lienthong.exchange.boundary.csc;

import vn.lienthong.exchange.application.oauth.Holder;

/** One call of a method by an application that showed an access token. */
record CscCall(Holder holder, CscBody body) {}
