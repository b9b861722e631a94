/** Learning to learn: tasks by the batch, nets with weights of their own for each task, and what is learned across tasks; no training of ordinary nets. */
@NullMarked
package dev.assay.experiments.metalearning;

import org.jspecify.annotations.NullMarked;
