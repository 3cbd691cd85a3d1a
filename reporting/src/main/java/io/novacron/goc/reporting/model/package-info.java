/** What reports say: facts, gathered and ready to be set. */
@NullMarked
package io.novacron.goc.reporting.model;

import org.jspecify.annotations.NullMarked;
