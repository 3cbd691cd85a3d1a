/**
 * The top floor: what people and programs see. Screens and the HTTP API ask the services of the rooms below and hold no
 * facts of their own; {@code live} carries what changes to every open screen, {@code access} decides who may see which.
 */
@NullMarked
package io.novacron.goc.ui;

import org.jspecify.annotations.NullMarked;
