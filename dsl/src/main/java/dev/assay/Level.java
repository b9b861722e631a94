package dev.assay;

import java.util.function.Function;

/**
 * A factor's or family's name with the way to read one of its levels: what {@link Trial#at} turns into a value.
 *
 * @param name the name, as in the plan
 * @param parse reads a level's text; throws {@link IllegalArgumentException} for text that is none
 * @param <T> the type of the value
 */
public record Level<T>(String name, Function<String, T> parse) {}
