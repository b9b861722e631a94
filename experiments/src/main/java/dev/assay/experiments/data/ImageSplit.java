package dev.assay.experiments.data;

/**
 * Pictures to learn from, to choose by and to judge on.
 *
 * @param train what a technique learns from
 * @param validation what choices (a stopping time, a temperature) are made by; may be empty
 * @param test what metrics are taken on; nothing is chosen by it
 */
public record ImageSplit(Images train, Images validation, Images test) {}
