package io.novacron.goc.kernel;

import java.time.Instant;

/** Something that happened in a room and is stored there. Implementations are records, named in the past tense. */
public interface DomainEvent {

    Instant occurredAt();
}
