/** A real Kafka broker in this process, for installations that bring none of their own. */
@NullMarked
package io.novacron.goc.streaming.embedded;

import org.jspecify.annotations.NullMarked;
