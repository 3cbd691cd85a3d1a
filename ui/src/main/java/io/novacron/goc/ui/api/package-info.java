/** The HTTP API: what the screens show and do, for programs. */
@NullMarked
package io.novacron.goc.ui.api;

import org.jspecify.annotations.NullMarked;
