package vn.lienthong.exchange.boundary.rest.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.lienthong.exchange.domain.account.Role;

/** Who may use an operation: a caller with any of these roles, or, where none is named, any known caller. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RolesNeeded {
    Role[] value();
}
