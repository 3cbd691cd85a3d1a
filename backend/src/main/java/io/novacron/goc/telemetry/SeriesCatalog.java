package io.novacron.goc.telemetry;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * All series this process knows, by key, by id and by index. Reading needs no lock. Bounded: a series beyond the limit
 * is refused while those already known go on.
 */
public final class SeriesCatalog {

    private final long secret;
    private final int most;
    private final ConcurrentHashMap<SeriesKey, Series> byKey = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Long, Series> byId = new ConcurrentHashMap<>();
    private final List<SeriesListener> listeners = new CopyOnWriteArrayList<>();
    private final Object growing = new Object();
    private volatile Series[] byIndex = new Series[1_024];
    private volatile long[] ids = new long[1_024];
    private volatile int size;

    /**
     * @param secret key of the id hash; one for each installation, the same on all its nodes
     * @param most how many series are accepted
     */
    public SeriesCatalog(long secret, int most) {
        this.secret = secret;
        this.most = most;
    }

    /** Tells the listener of every series known now and later. */
    public void listen(SeriesListener listener) {
        synchronized (growing) {
            listeners.add(listener);
            if (size > 0) {
                listener.discovered(all());
            }
        }
    }

    /**
     * Returns the series of the key, making it known if it is new.
     *
     * @throws OperationsException {@link ErrorCode#OVERLOADED} when the catalog is full
     */
    public Series resolve(SeriesKey key, String source) {
        Series known = byKey.get(key);
        return known != null ? known : resolveAll(List.of(key), source).getFirst();
    }

    /** As {@link #resolve}, telling listeners of all new series at once; prefer it for many. */
    public List<Series> resolveAll(List<SeriesKey> keys, String source) {
        List<Series> found = new ArrayList<>(keys.size());
        List<Series> fresh = new ArrayList<>();
        synchronized (growing) {
            for (SeriesKey key : keys) {
                Series known = byKey.get(key);
                if (known == null) {
                    known = add(key, source);
                    fresh.add(known);
                }
                found.add(known);
            }
            if (!fresh.isEmpty()) {
                List<Series> news = List.copyOf(fresh);
                listeners.forEach(listener -> listener.discovered(news));
            }
        }
        return found;
    }

    private Series add(SeriesKey key, String source) {
        int index = size;
        if (index >= most) {
            throw new OperationsException(
                    ErrorCode.OVERLOADED,
                    "the catalog holds %d series, its limit; %s is refused; raise goc.telemetry.series-most"
                            .formatted(most, key));
        }
        long id = key.id(secret);
        Series other = byId.get(id);
        if (other != null) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "series %s and %s have the same id; the second is refused".formatted(other.key(), key));
        }
        Series series = new Series(index, id, key, source);
        Series[] table = byIndex;
        long[] idTable = ids;
        if (index == table.length) {
            table = Arrays.copyOf(table, index * 2);
            idTable = Arrays.copyOf(idTable, index * 2);
        }
        table[index] = series;
        idTable[index] = id;
        byIndex = table;
        ids = idTable;
        size = index + 1;
        byId.put(id, series);
        byKey.put(key, series);
        return series;
    }

    public @Nullable Series find(SeriesKey key) {
        return byKey.get(key);
    }

    public @Nullable Series byId(long id) {
        return byId.get(id);
    }

    /** The series of an index that a batch carries. */
    public Series at(int index) {
        return byIndex[index];
    }

    /** The id of the series of an index; quicker than by way of the series. */
    public long idAt(int index) {
        return ids[index];
    }

    /** A number that nobody outside can know, the same at every start: it seeds a hash for this purpose. */
    public long seed(String purpose) {
        return new SeriesKey(purpose, List.of()).id(secret);
    }

    public int size() {
        return size;
    }

    /** All series, in order of index. */
    public List<Series> all() {
        return List.of(Arrays.copyOf(byIndex, size));
    }
}
