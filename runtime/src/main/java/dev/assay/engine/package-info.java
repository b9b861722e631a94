/**
 * What is peculiar to DJL's engines: their names, class paths, settings and array scopes; nothing here knows an experiment,
 * and no other package names an engine's own class or setting.
 */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
