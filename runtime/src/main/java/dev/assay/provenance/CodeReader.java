package dev.assay.provenance;

import dev.assay.record.Fingerprint;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Follows classes to all that they can reach, by what their constant pools name: other classes in code and descriptors, and
 * classes whose name stands in a string. What a class reaches only through {@link java.util.ServiceLoader} is not seen.
 */
final class CodeReader {
    private final ClassPath classPath;
    private final Map<String, Optional<Node>> nodes = new HashMap<>();

    CodeReader(ClassPath classPath) {
        this.classPath = classPath;
    }

    /**
     * A class that stands on the class path.
     *
     * @param entry where it stands
     * @param fingerprint of its bare bytes, for a class of ours; else empty
     * @param references the internal names of the classes it names, some of which may not exist
     * @param texts what its constant pool holds, for a class of ours
     */
    private record Node(ClassPathEntry entry, String fingerprint, Set<String> references, SortedSet<String> texts) {}

    /**
     * All that these classes can reach, themselves included. A class that is on no class path is one of Java's own.
     *
     * @param roots binary names
     */
    Reach from(Collection<String> roots) {
        Reach reach = new Reach();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        roots.forEach(root -> open.add(root.replace('.', '/')));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (seen.add(name)) {
                node(name).ifPresent(node -> {
                    if (node.entry().isOurs()) {
                        reach.add(name.replace('/', '.'), node.entry(), node.fingerprint(), node.texts());
                    } else {
                        reach.addJar(node.entry().path().toString());
                    }
                    open.addAll(node.references());
                });
            }
        }
        return reach;
    }

    /** The texts of a class of ours; empty if there is no such class. */
    SortedSet<String> texts(String internalName) {
        return node(internalName).map(Node::texts).orElseGet(TreeSet::new);
    }

    private Optional<Node> node(String internalName) {
        Optional<Node> node = nodes.get(internalName);
        if (node == null) {
            String file = internalName + ".class";
            node = classPath.find(file).map(entry -> read(entry, file));
            nodes.put(internalName, node);
        }
        return node;
    }

    private static Node read(ClassPathEntry entry, String file) {
        byte[] bytes = entry.bytes(file);
        if (!entry.isOurs()) {
            return new Node(entry, "", ScannedClass.of(bytes).references(), new TreeSet<>());
        }
        byte[] bare = BareClass.of(bytes);
        ScannedClass scanned = ScannedClass.of(bare);
        return new Node(entry, Fingerprint.of(bare), scanned.references(), scanned.texts());
    }
}
