package dev.assay.dsl;

import dev.assay.Level;
import dev.assay.plan.Factor;
import dev.assay.plan.LevelType;
import java.util.Arrays;
import java.util.List;

/** Both faces of declared levels: what the plan lists, and how a trial reads one. */
record LevelSpec<T>(Factor factor, Level<T> level) {
    static <E extends Enum<E>> LevelSpec<E> of(String name, Class<E> type) {
        List<String> names =
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
        return new LevelSpec<>(
                new Factor(name, LevelType.ENUM, names), new Level<>(name, text -> Enum.valueOf(type, text)));
    }

    static LevelSpec<Integer> of(String name, int... levels) {
        List<String> texts = Arrays.stream(levels).mapToObj(String::valueOf).toList();
        return new LevelSpec<>(new Factor(name, LevelType.INT, texts), new Level<>(name, Integer::valueOf));
    }

    static LevelSpec<Long> of(String name, long... levels) {
        List<String> texts = Arrays.stream(levels).mapToObj(String::valueOf).toList();
        return new LevelSpec<>(new Factor(name, LevelType.LONG, texts), new Level<>(name, Long::valueOf));
    }

    static LevelSpec<Double> of(String name, double... levels) {
        List<String> texts = Arrays.stream(levels).mapToObj(String::valueOf).toList();
        return new LevelSpec<>(new Factor(name, LevelType.DOUBLE, texts), new Level<>(name, Double::valueOf));
    }

    static LevelSpec<Boolean> of(String name, boolean... levels) {
        String[] texts = new String[levels.length];
        Arrays.setAll(texts, i -> String.valueOf(levels[i]));
        return new LevelSpec<>(
                new Factor(name, LevelType.BOOLEAN, List.of(texts)), new Level<>(name, LevelSpec::truth));
    }

    private static Boolean truth(String text) {
        if (!LevelType.BOOLEAN.accepts(text)) {
            throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    static LevelSpec<String> of(String name, String... levels) {
        return new LevelSpec<>(new Factor(name, LevelType.TEXT, List.of(levels)), new Level<>(name, text -> text));
    }
}
