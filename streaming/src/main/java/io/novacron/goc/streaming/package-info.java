/**
 * The west wing: everything that crosses a wire, and the only code that sees Kafka. {@code collect} takes telemetry in
 * and tells a sender yes only after the broker has; {@code wire} is the form in which batches travel; {@code rollup}
 * folds them and stores what it folded together with how far it came; {@code embedded} is the broker for those who
 * bring none.
 */
@NullMarked
package io.novacron.goc.streaming;

import org.jspecify.annotations.NullMarked;
