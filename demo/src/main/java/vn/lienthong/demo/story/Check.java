package vn.lienthong.demo.story;

import vn.lienthong.signer.text.Text;

/**
 * One line of the closing table.
 *
 * @param holds whether what was claimed is so
 */
record Check(Text claim, boolean holds) {}
