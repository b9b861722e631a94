/** Faults injected into whole runs for real: killed processes, full disks, broken files. */
@NullMarked
package dev.assay.faults;

import org.jspecify.annotations.NullMarked;
