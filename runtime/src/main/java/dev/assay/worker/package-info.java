/**
 * Worker processes: how they are started, what they are told and what they answer, and what their death costs; nothing here
 * knows of ledgers, reports or the command line.
 */
@NullMarked
package dev.assay.worker;

import org.jspecify.annotations.NullMarked;
