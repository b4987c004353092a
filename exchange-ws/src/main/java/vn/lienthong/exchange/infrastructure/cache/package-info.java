/** Short-lived state that all nodes share, in WildFly's Infinispan. Imports domain and org.infinispan. */
@NullMarked
package vn.lienthong.exchange.infrastructure.cache;

import org.jspecify.annotations.NullMarked;
