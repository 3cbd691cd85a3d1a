/**
 * The east wing: documents. A report is asked for, made in the background from the facts of other rooms, kept, and
 * read. The same facts give the same bytes.
 */
@NullMarked
package io.novacron.goc.reporting;

import org.jspecify.annotations.NullMarked;
