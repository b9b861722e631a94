package dev.assay.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows of text in columns as wide as their widest entry. */
final class Table {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... entries) {
        if (entries.length != rows.get(0).size()) {
            throw new IllegalArgumentException("a row of " + entries.length + " entries in a table of "
                    + rows.get(0).size() + " columns");
        }
        rows.add(List.of(entries));
    }

    /** One line a row, the headings first, without trailing blanks. */
    List<String> lines() {
        int columns = rows.get(0).size();
        List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).length()));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i))
                        .append(" ".repeat(widths.get(i) - row.get(i).length()))
                        .append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
