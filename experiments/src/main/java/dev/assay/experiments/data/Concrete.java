package dev.assay.experiments.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Concrete: 1,030 tests of how strong a mix was at some age (Yeh 1998). Many tests are of the same mix at another age, so a
 * row's class is its recipe, the seven amounts; rows of one recipe are no independent evidence.
 */
public final class Concrete {
    private static final int INGREDIENTS = 7;
    private static final List<String> FEATURES = List.of(
            "cement (kg/m³)",
            "blast furnace slag (kg/m³)",
            "fly ash (kg/m³)",
            "water (kg/m³)",
            "superplasticizer (kg/m³)",
            "coarse aggregate (kg/m³)",
            "fine aggregate (kg/m³)",
            "age (days)",
            "compressive strength (MPa)");

    private Concrete() {}

    /** All rows in their published order, with the strength as their last column; read anew at each call. */
    public static Table all() {
        List<String> lines = new DataFile("concrete.csv.gz").lines();
        Map<String, Integer> recipes = new LinkedHashMap<>();
        List<double[]> x = new ArrayList<>();
        List<Integer> y = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != FEATURES.size()) {
                throw new IllegalStateException("concrete.csv.gz has a row of " + cells.length + " values, not "
                        + FEATURES.size() + ": " + line);
            }
            String recipe = Arrays.stream(cells).limit(INGREDIENTS).collect(Collectors.joining(" + "));
            y.add(recipes.computeIfAbsent(recipe, unseen -> recipes.size()));
            x.add(Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray());
        }
        return Table.of(
                FEATURES,
                x.toArray(double[][]::new),
                y.stream().mapToInt(Integer::intValue).toArray(),
                List.copyOf(recipes.keySet()));
    }
}
