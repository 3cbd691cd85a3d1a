package io.novacron.goc.db;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Chooses ports on the loopback interface for the embedded servers. */
public final class LoopbackPorts {

    private LoopbackPorts() {}

    /**
     * Returns the wanted port, or a free one when 0 is wanted.
     *
     * @throws DatabaseException when the port is taken, naming the setting that changes it
     */
    public static int choose(int wanted, String forWhat, String setting) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException(
                    "port %d for %s is taken by another process; free it or set %s (0 takes a free port)"
                            .formatted(wanted, forWhat, setting),
                    e);
        }
    }
}
