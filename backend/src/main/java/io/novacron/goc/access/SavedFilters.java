package io.novacron.goc.access;

import io.novacron.goc.kernel.ErrorCode;
import io.novacron.goc.kernel.OperationsException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people often look for in lists; each sees their own. */
@Service
public class SavedFilters {

    static final int MOST = 50;

    private final SavedFilterStore store;

    SavedFilters(SavedFilterStore store) {
        this.store = store;
    }

    /** Those of an account for a list, by name. */
    public List<SavedFilter> of(String account, String list) {
        return store.of(account, list);
    }

    /**
     * Keeps one; what had its name before is replaced.
     *
     * @throws OperationsException NOT_FOUND when there is no such account; CONFLICT when it has {@value #MOST} for
     *     the list already
     */
    @Transactional
    public void save(String account, SavedFilter filter) {
        List<SavedFilter> kept = store.of(account, filter.list());
        if (kept.size() >= MOST && kept.stream().noneMatch(each -> each.name().equals(filter.name()))) {
            throw new OperationsException(
                    ErrorCode.CONFLICT,
                    "there are %d filters for this list, the most that are kept; remove one first".formatted(MOST));
        }
        if (!store.put(account, filter)) {
            throw new OperationsException(ErrorCode.NOT_FOUND, "there is no account " + account);
        }
    }

    /** Forgets one; nothing happens when there is none of that name. */
    @Transactional
    public void remove(String account, String list, String name) {
        store.remove(account, list, name);
    }
}
