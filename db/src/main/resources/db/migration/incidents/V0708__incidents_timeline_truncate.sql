create trigger timeline_entry_no_truncate before truncate on timeline_entry
    for each statement execute function timeline_entry_is_append_only();
