package io.novacron.goc.streaming.embedded;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one process; the operating system gives it back when the process ends, however it ends. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the folder, which is made if need be.
     *
     * @throws OperationsException {@link ErrorCode#RESOURCE_TAKEN} when another has it, or it cannot be written
     */
    static FolderLock take(Path folder) {
        FileChannel channel = open(folder);
        boolean ours;
        try {
            ours = channel.tryLock() != null;
        } catch (OverlappingFileLockException | IOException e) {
            ours = false;
        }
        FolderLock lock = new FolderLock(channel);
        if (ours) {
            return lock;
        }
        lock.close();
        throw new OperationsException(
                ErrorCode.RESOURCE_TAKEN,
                "the folder %s of the embedded Kafka is in use by another instance; stop it or set goc.data-directory"
                        .formatted(folder));
    }

    private static FileChannel open(Path folder) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new OperationsException(
                    ErrorCode.RESOURCE_TAKEN,
                    "the folder %s of the embedded Kafka cannot be written: %s".formatted(folder, e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
