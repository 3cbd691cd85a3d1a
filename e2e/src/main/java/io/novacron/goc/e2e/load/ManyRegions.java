package io.novacron.goc.e2e.load;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Regions that somebody tells of by remote write, as the services of a company would: request rate, error ratio and
 * latency of each, about once a second, so that every moment between two frames has its turn. The request rate of one
 * of them is the number of the second.
 */
public final class ManyRegions implements AutoCloseable {

    /** The region whose request rate counts the seconds; three digits, as many as a frame keeps. */
    public static final String COUNTED = "drill-0";

    private static final int FIRST = 100;
    private static final long EVERY_MS = 1_017;
    private static final long APART_MS = 50;
    private static final Clock CLOCK = Clock.systemUTC();

    private final Sender sender;
    private final int regions;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Map<Integer, Long> sentAt = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private int second = FIRST;

    public ManyRegions(Receiver receiver, int regions) {
        this.sender = new Sender(receiver);
        this.regions = regions;
    }

    /** Begins to send. */
    public void start() {
        timer.scheduleAtFixedRate(this::tell, 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** The id of a region. */
    public String region(int which) {
        return "drill-" + which;
    }

    /** When each number of {@link #COUNTED} was sent, epoch milliseconds. */
    public Map<Integer, Long> sentAt() {
        return Map.copyOf(sentAt);
    }

    /**
     * Lets half of a region's requests fail from now on; returns when the sample was sent that makes it critical, the
     * second bad one in a row.
     */
    public long breakDown(String region) {
        try {
            timer.submit(() -> broken.add(region)).get();
            timer.submit(this::tell).get();
            return timer.schedule(this::tell, APART_MS, TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CLOCK.millis();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the regions could not be told of", e);
        }
    }

    private long tell() {
        long now = CLOCK.millis();
        HistoryBody body = new HistoryBody();
        for (int region = 0; region < regions; region++) {
            String name = region(region);
            double wave = Math.sin(now / 7_000.0 + region);
            body.add(of("service_error_ratio", name), at(now), new double[] {
                broken.contains(name) ? 0.5 : 0.001 + 0.0004 * wave
            });
            body.add(List.of("__name__", "service_error_ratio", "region", name, "zone", "a"), at(now), new double[] {
                0.001
            });
            body.add(of("service_latency_p99_ms", name), at(now), new double[] {120 + 30 * wave});
            body.add(of("service_requests_per_second", name), at(now), new double[] {
                region == 0 ? second : 4_000 + 700 * wave
            });
        }
        sentAt.put(second, now);
        second++;
        sender.deliver(body.encode(), body.points());
        return now;
    }

    private static List<String> of(String metric, String region) {
        return List.of("__name__", metric, "region", region);
    }

    private static long[] at(long timeMs) {
        return new long[] {timeMs};
    }

    @Override
    public void close() {
        timer.shutdownNow();
        sender.close();
    }
}
