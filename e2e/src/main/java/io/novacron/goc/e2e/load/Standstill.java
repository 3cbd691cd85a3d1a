package io.novacron.goc.e2e.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Makes processes stand still as a hung machine does, and lets them go on: what SIGSTOP and SIGCONT do. */
public final class Standstill implements AutoCloseable {

    private final List<String> processes;

    private Standstill(Stream<ProcessHandle> processes) {
        this.processes = processes.map(each -> Long.toString(each.pid())).toList();
        signal("-STOP");
    }

    /** Of a process alone. */
    public static Standstill of(long pid) {
        return new Standstill(Stream.of(ProcessHandle.of(pid).orElseThrow()));
    }

    /** Of all that a process started, but not of itself. */
    public static Standstill ofWhatItStarted(long pid) {
        return new Standstill(ProcessHandle.of(pid).orElseThrow().descendants());
    }

    private void signal(String which) {
        List<String> command =
                Stream.concat(Stream.of("kill", which), processes.stream()).toList();
        try {
            new ProcessBuilder(command).inheritIO().start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** They go on. */
    @Override
    public void close() {
        signal("-CONT");
    }
}
