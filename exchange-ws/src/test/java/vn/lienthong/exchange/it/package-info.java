/** What runs against the whole server: the provisioned WildFly, SoftHSM and PostgreSQL, through its front doors. */
@NullMarked
package vn.lienthong.exchange.it;

import org.jspecify.annotations.NullMarked;
