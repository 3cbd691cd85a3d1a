/**
 * The compact columnar record in which batches of points travel through Kafka (described byte by byte in
 * docs/rooms/streaming.md).
 */
@NullMarked
package io.novacron.goc.streaming.wire;

import org.jspecify.annotations.NullMarked;
