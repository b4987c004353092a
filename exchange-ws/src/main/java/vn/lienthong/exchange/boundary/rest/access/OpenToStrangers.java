package vn.lienthong.exchange.boundary.rest.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that anybody may use, without a token, at a pace. It changes nothing and shows nothing that is anybody's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToStrangers {
    /** What it costs, beside the cheapest of its kind. */
    int cost() default 1;
}
