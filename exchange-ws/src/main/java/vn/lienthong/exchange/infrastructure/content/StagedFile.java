package vn.lienthong.exchange.infrastructure.content;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import vn.lienthong.exchange.domain.content.ContentRef;
import vn.lienthong.exchange.domain.content.ContentStore.Staged;

/** Octets that were received and wait to be kept or dropped; of one thread. */
final class StagedFile implements Staged {
    private final Path file;
    private final ContentRef ref;
    private final MessageDigest running;
    private final FileContentStore store;
    private boolean kept;

    StagedFile(Path file, TailDigest.Received received, FileContentStore store) {
        this.file = file;
        this.ref = received.ref();
        this.running = received.running();
        this.store = store;
    }

    @Override
    public ContentRef ref() {
        return ref;
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public MessageDigest sha256() {
        return TailDigest.copy(running);
    }

    @Override
    public void keep() throws IOException {
        if (!store.has(ref)) {
            Durable.force(file);
            store.keep(file, ref);
        } else if (!kept) {
            // whoever put it there forced its octets before they had that name
            store.confirm(ref);
        }
        kept = true;
    }

    @Override
    public void close() {
        FileContentStore.delete(file);
    }
}
