/**
 * Games between a generator and a critic, and how to judge what the generator makes; nothing here knows an experiment.
 */
@NullMarked
package dev.assay.experiments.adversarial;

import org.jspecify.annotations.NullMarked;
