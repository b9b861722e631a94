/**
 * What an experiment's trials depend on: the classes, libraries and data files that it can reach, read off the class path
 * without loading any of them; nothing here knows which trials there are or what becomes of them.
 */
@NullMarked
package dev.assay.provenance;

import org.jspecify.annotations.NullMarked;
