package vn.lienthong.signer;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets one place use an API that is forbidden elsewhere. The reason is read in review; uses are counted. */
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface AllowedApi {
    /** Why this place needs it, in one sentence. */
    String value();
}
