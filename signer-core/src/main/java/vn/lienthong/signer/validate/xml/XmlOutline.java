package vn.lienthong.signer.validate.xml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document as far as its signatures are concerned.
 *
 * @param root the root element; of what is below it, only signatures and what stands beside the root's own children
 * @param signatures every ds:Signature that lies in no other one, in document order
 * @param ids elements by the value of any attribute named Id, in whatever case and namespace
 * @param instructionOutsideRoot whether a processing instruction stands before or behind the root
 * @param commentInText whether a comment stands beside text, outside of signatures
 * @param comment whether any comment stands outside of signatures
 */
record XmlOutline(
        XmlNode root,
        List<XmlNode> signatures,
        Map<String, IdPlace> ids,
        boolean instructionOutsideRoot,
        boolean commentInText,
        boolean comment) {

    /**
     * Where an Id is.
     *
     * @param unique whether no other element has it
     * @param node the element, if it was kept
     */
    record IdPlace(boolean unique, Optional<XmlNode> node) {
        static final IdPlace ELSEWHERE = new IdPlace(true, Optional.empty());
        static final IdPlace DOUBLED = new IdPlace(false, Optional.empty());
    }
}
