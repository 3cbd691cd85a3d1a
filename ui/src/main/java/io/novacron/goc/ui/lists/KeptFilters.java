package io.novacron.goc.ui.lists;

import io.novacron.goc.access.SavedFilter;
import io.novacron.goc.access.SavedFilters;
import io.novacron.goc.ui.access.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the person before the screen often looks for. */
@Service
public final class KeptFilters {

    private final SavedFilters saved;
    private final CurrentUser user;

    KeptFilters(SavedFilters saved, CurrentUser user) {
        this.saved = saved;
        this.user = user;
    }

    List<SavedFilter> of(String list) {
        return saved.of(user.name(), list);
    }

    void save(SavedFilter filter) {
        saved.save(user.name(), filter);
    }

    void remove(SavedFilter filter) {
        saved.remove(user.name(), filter.list(), filter.name());
    }
}
