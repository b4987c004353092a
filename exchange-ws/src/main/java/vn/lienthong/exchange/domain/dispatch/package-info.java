/** The dispatch (văn bản điện tử gửi đi): its identity, header and the record kept of it. */
@NullMarked
package vn.lienthong.exchange.domain.dispatch;

import org.jspecify.annotations.NullMarked;
