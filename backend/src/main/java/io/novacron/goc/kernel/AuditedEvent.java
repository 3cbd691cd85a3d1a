package io.novacron.goc.kernel;

/** An event that changes state on somebody's behalf; each one lands in the audit trail, in the same transaction. */
public interface AuditedEvent extends DomainEvent {

    Actor actor();

    /** What was done, as {@code room.verb}: {@code alerts.acknowledge}. */
    String action();

    /** On what: the id or name of the thing changed. */
    String subject();

    /** What a reviewer should know, in one line; may be empty. */
    String detail();
}
