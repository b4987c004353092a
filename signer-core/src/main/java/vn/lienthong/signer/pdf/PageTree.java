package vn.lienthong.signer.pdf;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds pages without reading the others. Source: ISO 32000-2 §7.7.3. */
public final class PageTree {
    private static final int MAX_DEPTH = 64;

    private final PdfDocument document;
    private final PdfValue.Ref root;
    private final PdfValue.Dict rootNode;

    private PageTree(PdfDocument document, PdfValue.Ref root, PdfValue.Dict rootNode) {
        this.document = document;
        this.root = root;
        this.rootNode = rootNode;
    }

    public static PageTree of(PdfDocument document, PdfValue.Dict catalog) throws IOException, PdfFault {
        if (catalog.get("Pages") instanceof PdfValue.Ref root
                && document.resolve(root) instanceof PdfValue.Dict node
                && node.is("Type", "Pages")) {
            return new PageTree(document, root, node);
        }
        throw PdfFault.malformed("a catalog without pages");
    }

    /** A page and the object that it is. */
    public record Page(PdfValue.Ref ref, PdfValue.Dict dict) {}

    /** As many as the tree says that it has. */
    public long count() throws IOException, PdfFault {
        return count(rootNode);
    }

    /** The page of that number, from 1. */
    public Page page(int number) throws IOException, PdfFault {
        PdfValue.Dict node = rootNode;
        Set<PdfValue.Ref> path = new HashSet<>(Set.of(root));
        long before = 0;
        while (path.size() <= MAX_DEPTH) {
            Step step = step(node, number - before);
            if (!path.add(step.page().ref())) {
                break;
            }
            if (step.isLeaf()) {
                return step.page();
            }
            before += step.skipped();
            node = step.page().dict();
        }
        throw PdfFault.malformed("a page tree in circles");
    }

    private record Step(Page page, long skipped, boolean isLeaf) {}

    /** The child that the page is in or that it is, and how many pages come before that child. */
    private Step step(PdfValue.Dict node, long number) throws IOException, PdfFault {
        List<PdfValue> kids =
                document.resolve(node.get("Kids")) instanceof PdfValue.Array(var items) ? items : List.of();
        long skipped = 0;
        for (PdfValue kid : kids) {
            if (!(kid instanceof PdfValue.Ref ref) || !(document.resolve(kid) instanceof PdfValue.Dict dict)) {
                throw PdfFault.malformed("a page tree whose children are no objects");
            }
            boolean isLeaf = dict.is("Type", "Page");
            if (!isLeaf && !dict.is("Type", "Pages")) {
                throw PdfFault.malformed("a page tree with something else in it");
            }
            long pages = isLeaf ? 1 : count(dict);
            if (skipped + pages >= number) {
                return new Step(new Page(ref, dict), skipped, isLeaf);
            }
            skipped += pages;
        }
        throw PdfFault.malformed("a page tree with fewer pages than it says");
    }

    private long count(PdfValue.Dict node) throws IOException, PdfFault {
        if (document.resolve(node.get("Count")) instanceof PdfValue.Int(long count) && count >= 0) {
            return count;
        }
        throw PdfFault.malformed("a page tree without Count");
    }
}
