/** VXP, the wire protocol of the national document axis, as its clients in the field speak it. Imports application, domain, boundary.door and boundary.text; of boundary.rest only the form parser. */
@NullMarked
package vn.lienthong.exchange.boundary.vxp;

import org.jspecify.annotations.NullMarked;
