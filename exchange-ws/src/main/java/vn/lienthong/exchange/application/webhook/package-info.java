/** Use cases of webhooks: registering, proving, telling. Imports application.delivery, application.event and domain. */
@NullMarked
package vn.lienthong.exchange.application.webhook;

import org.jspecify.annotations.NullMarked;
