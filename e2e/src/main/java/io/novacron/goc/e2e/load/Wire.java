package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A wire between a browser and a server: a loopback port that hands everything on, counts it, and can be cut. While it
 * is cut nothing passes in either direction and nobody is told, as when a cable is pulled; mended, it passes on what
 * waited.
 */
public final class Wire implements AutoCloseable {

    private static final int BUFFER = 16_384;
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());

    private final ServerSocket door;
    private final int target;
    private final AtomicLong toBrowser = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean cut;

    /** A wire to a loopback port. */
    public Wire(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::take);
    }

    public String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** Bytes that went towards the browser. */
    public long bytesToBrowser() {
        return toBrowser.get();
    }

    public void cut() {
        hold(true);
    }

    public void mend() {
        hold(false);
    }

    private void hold(boolean isCut) {
        lock.lock();
        try {
            cut = isCut;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take() {
        try {
            while (!door.isClosed()) {
                Socket near = door.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(near, far, new AtomicLong()));
                Thread.ofVirtual().start(() -> pass(far, near, toBrowser));
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the wire takes no more connections", e);
        }
    }

    private void pass(Socket from, Socket to, AtomicLong counted) {
        byte[] buffer = new byte[BUFFER];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitMended();
                out.write(buffer, 0, read);
                counted.addAndGet(read);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "a connection over the wire ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitMended() throws InterruptedException {
        lock.lock();
        try {
            while (cut) {
                mended.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
