/**
 * OAuth 2.0 for the CSC API, and the pages on which officials sign in and authorise. Source: RFC 6749, 7009, 7636, 9126,
 * 9396. Imports application.{oauth,remote}, boundary.csc, boundary.rest.json, boundary.text and domain.
 */
@NullMarked
package vn.lienthong.exchange.boundary.csc.oauth;

import org.jspecify.annotations.NullMarked;
