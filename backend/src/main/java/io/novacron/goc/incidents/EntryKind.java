package io.novacron.goc.incidents;

/** What an entry of the timeline tells of. */
public enum EntryKind {
    OPENED,
    ALERT,
    HEALTH,
    COMMAND,
    ROLE,
    STATUS,
    TASK,
    NOTE,
    RESOLVED
}
