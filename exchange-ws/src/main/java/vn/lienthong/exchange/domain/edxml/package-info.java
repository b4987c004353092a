/** The edXML message of QCVN 102:2016 + SĐ1:2022 as plain records, and the port that reads and writes it. */
@NullMarked
package vn.lienthong.exchange.domain.edxml;

import org.jspecify.annotations.NullMarked;
