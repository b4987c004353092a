package vn.lienthong.exchange.boundary.soap.endpoint;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import org.apache.cxf.message.Attachment;
import vn.lienthong.exchange.domain.failure.Failure;
import vn.lienthong.exchange.domain.failure.FailureCode;
import vn.lienthong.exchange.domain.failure.FailureException;

/** The first few MIME parts of a request, each read when it is asked for; CXF itself counts only when it reads them all. */
final class FewParts extends AbstractCollection<Attachment> {
    private final Collection<Attachment> parts;
    private final int most;

    FewParts(Collection<Attachment> parts, int most) {
        this.parts = parts;
        this.most = most;
    }

    @Override
    public Iterator<Attachment> iterator() {
        Iterator<Attachment> all = parts.iterator();
        return new Iterator<>() {
            private int count;

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Attachment next() {
                if (++count > most) {
                    throw new FailureException(Failure.of(FailureCode.PARAMETER_INVALID, "multipart/related"));
                }
                return all.next();
            }
        };
    }

    @Override
    public boolean isEmpty() {
        return !iterator().hasNext();
    }

    @Override
    public int size() {
        int size = 0;
        for (Iterator<Attachment> all = iterator(); all.hasNext(); all.next()) {
            size++;
        }
        return size;
    }
}
