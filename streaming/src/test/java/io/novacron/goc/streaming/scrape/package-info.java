/** Tests of the scrape. */
@NullMarked
package io.novacron.goc.streaming.scrape;

import org.jspecify.annotations.NullMarked;
