/**
 * Training with weights as values: parameters, nets, learners, optimizers, losses, data and predictions; nothing here knows an
 * experiment's plan, its workers or its ledger.
 */
@NullMarked
package dev.assay.train;

import org.jspecify.annotations.NullMarked;
