package dev.assay.processor;

import dev.assay.processor.Declared.Levelled;
import dev.assay.processor.Declared.Reading;
import dev.assay.processor.Declared.Way;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where in the source each part of a plan stands, by its path: {@code claims[1].on}, {@code variants[0].family[0]}. */
final class Places {
    private final Map<String, Place> places = new HashMap<>();

    private final Declared declared;

    Places(Declared declared) {
        this.declared = declared;
    }

    /** Found once something is to be pointed at, which a sound experiment never asks for. */
    private void find() {
        places.put("", Place.of(declared.type()));
        Mark head = declared.experiment();
        for (String member : List.of("id", "question", "title", "asks")) {
            places.put(member, Place.of(head, member));
        }
        places.put("seeds.quick", Place.of(head, "quickSeeds"));
        places.put("seeds.full", Place.of(head, "fullSeeds"));
        for (int i = 0; i < declared.factors().size(); i++) {
            put("factors[" + i + "]", declared.factors().get(i));
        }
        for (int i = 0; i < declared.variants().size(); i++) {
            put("variants[" + i + "]", declared.variants().get(i));
        }
        for (int i = 0; i < declared.metrics().size(); i++) {
            Reading metric = declared.metrics().get(i);
            String path = "metrics[" + i + "]";
            places.put(path, Place.of(metric.method()));
            put(path, metric.mark(), List.of("never"));
        }
        for (int i = 0; i < declared.figures().size(); i++) {
            Reading figure = declared.figures().get(i);
            String path = "figures[" + i + "]";
            places.put(path, Place.of(figure.method()));
            places.put(path + ".title", Place.of(figure.mark(), "value"));
            put(path, figure.mark(), List.of("when"));
        }
        for (int i = 0; i < declared.plots().size(); i++) {
            Mark plot = declared.plots().get(i);
            String path = "plots[" + i + "]";
            places.put(path, Place.of(plot));
            put(path, plot, List.of("of", "against", "log"));
            putElements(path + ".of", plot, "of");
        }
        for (int i = 0; i < declared.resamplings().size(); i++) {
            Mark resampling = declared.resamplings().get(i);
            String path = "resamplings[" + i + "]";
            places.put(path, Place.of(resampling));
            put(path, resampling, List.of("train", "test", "when"));
        }
        for (int i = 0; i < declared.claims().size(); i++) {
            Mark claim = declared.claims().get(i);
            String path = "claims[" + i + "]";
            places.put(path, Place.of(claim));
            put(path, claim, List.of("that", "beats", "matches", "on", "when", "by", "times", "within", "along"));
        }
    }

    private void put(String path, Way variant) {
        places.put(path, Place.of(variant.method()));
        put(path, variant.mark(), List.of("when"));
        putElements(path + ".ignores", variant.mark(), "ignores");
        for (int j = 0; j < variant.family().size(); j++) {
            put(path + ".family[" + j + "]", variant.family().get(j));
        }
    }

    private void put(String path, Levelled levelled) {
        places.put(path, Place.of(levelled.parameter()));
        Mark mark = levelled.mark();
        if (mark != null) {
            places.put(path + ".levels", Place.of(mark));
            putElements(path + ".levels", mark, "value");
        }
    }

    private void put(String path, Mark mark, List<String> members) {
        members.forEach(member -> places.put(path + "." + member, Place.of(mark, member)));
    }

    private void putElements(String path, Mark mark, String member) {
        for (int i = 0; i < mark.elements(member).size(); i++) {
            places.put(path + "[" + i + "]", Place.of(mark, member, i));
        }
    }

    /** Where a part stands; where the source has no such part, where the part around it stands, at last the class. */
    Place at(String path) {
        if (places.isEmpty()) {
            find();
        }
        String around = path;
        while (!places.containsKey(around)) {
            int last = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = around.substring(0, Math.max(last, 0));
        }
        return Objects.requireNonNull(places.get(around), "the class itself has a place");
    }
}
