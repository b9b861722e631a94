package dev.assay.experiments.data;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The characters of two novels by Jane Austen, <i>Northanger Abbey</i> and <i>Persuasion</i>, as numbers.
 *
 * <p>Of each novel the first 80 % are for training, the next 10 % for validation, the last 10 % for test. Over the 900,265
 * characters the entropy of one is 4.43 bits, of one after the character before it 3.51, and after the two before it 2.72.
 *
 * @param alphabet the characters that occur, in the order of their code points; a symbol is an index into them
 * @param train what a net learns from
 * @param validation what choices are made by
 * @param test what metrics are taken on
 */
public record AustenNovels(String alphabet, Symbols train, Symbols validation, Symbols test) {
    private static final int TENTHS_FOR_TRAINING = 8;

    /** Both novels, read anew at each call. */
    public static AustenNovels read() {
        List<String> novels = List.of(text("northangerabbey.txt.gz"), text("persuasion.txt.gz"));
        int[] alphabet =
                novels.stream().flatMapToInt(String::chars).distinct().sorted().toArray();
        String characters = new String(alphabet, 0, alphabet.length);
        return new AustenNovels(
                characters,
                part(characters, novels, 0, TENTHS_FOR_TRAINING),
                part(characters, novels, TENTHS_FOR_TRAINING, TENTHS_FOR_TRAINING + 1),
                part(characters, novels, TENTHS_FOR_TRAINING + 1, 10));
    }

    private static String text(String file) {
        return new String(new DataFile(file).bytes(), StandardCharsets.US_ASCII);
    }

    private static Symbols part(String alphabet, List<String> novels, int fromTenth, int toTenth) {
        int[] symbols = new int[alphabet.charAt(alphabet.length() - 1) + 1];
        for (int i = 0; i < alphabet.length(); i++) {
            symbols[alphabet.charAt(i)] = i;
        }
        return Symbols.of(novels.stream()
                .flatMapToInt(novel -> novel.substring(tenth(novel, fromTenth), tenth(novel, toTenth))
                        .chars())
                .map(character -> symbols[character])
                .toArray());
    }

    private static int tenth(String novel, int count) {
        return (int) ((long) novel.length() * count / 10);
    }
}
