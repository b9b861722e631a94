package dev.assay.provenance;

import dev.assay.provenance.ClassPath.Resource;
import dev.assay.record.Fingerprint;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the data that code can read: the files in the packages of its classes, in its own module. One that only classes out of its reach name in
 * full is theirs alone. Documentation ({@code .md}) is no data, and files elsewhere than on the class path are not seen.
 */
final class DataReader {
    private final ClassPath classPath;
    private final CodeReader code;
    private final Map<Resource, String> fingerprints = new HashMap<>();
    private final Map<String, Set<String>> namedIn = new HashMap<>();

    DataReader(ClassPath classPath, CodeReader code) {
        this.classPath = classPath;
        this.code = code;
    }

    /** The fingerprints of the data that what was reached can read, by path. */
    SortedMap<String, String> of(Reach reach) {
        SortedMap<String, String> data = new TreeMap<>();
        Set<String> directories = new HashSet<>();
        for (String name : reach.classes().keySet()) {
            directories.add(name.substring(0, name.lastIndexOf('.') + 1).replace('.', '/'));
        }
        for (String directory : directories) {
            List<Resource> files = classPath.files(directory);
            Set<String> named = namedIn.computeIfAbsent(directory, unseen -> texts(files));
            for (Resource file : files) {
                String name = file.path().substring(directory.length());
                boolean others = named.contains(name) && !reach.texts().contains(name);
                if (isData(name) && !others && canHold(file.entry(), reach)) {
                    data.putIfAbsent(file.path(), fingerprint(file));
                }
            }
        }
        return data;
    }

    /** Files of a module none of whose classes is reached are that module's; a module's resources may stand by themselves. */
    private static boolean canHold(ClassPathEntry entry, Reach reach) {
        return reach.entries().contains(entry) || !entry.holdsClasses();
    }

    private static boolean isData(String name) {
        return !name.endsWith(".class") && !name.endsWith(".md") && !name.endsWith(".kotlin_module");
    }

    /** What the classes among these files say, reached or not. */
    private Set<String> texts(List<Resource> files) {
        Set<String> texts = new HashSet<>();
        for (Resource file : files) {
            if (file.path().endsWith(".class")) {
                texts.addAll(code.texts(file.path().substring(0, file.path().length() - ".class".length())));
            }
        }
        return texts;
    }

    private String fingerprint(Resource file) {
        return fingerprints.computeIfAbsent(
                file, unseen -> Fingerprint.of(file.entry().bytes(file.path())));
    }
}
