/** The screens as a journey speaks of them: each knows where its parts are, so that no journey has to. */
@NullMarked
package io.novacron.goc.e2e.screens;

import org.jspecify.annotations.NullMarked;
