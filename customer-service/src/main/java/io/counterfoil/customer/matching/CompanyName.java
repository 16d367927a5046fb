package io.counterfoil.customer.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A company's name as it is compared: without case, accents, width, punctuation and filling words.
 *
 * @param core the name proper
 * @param form the legal form by its short name; empty where none is named
 */
record CompanyName(String core, String form) {

    static final CompanyName NONE = new CompanyName("", "");

    /** Letters that no normal form of Unicode takes apart. */
    private static final List<String[]> LETTERS = List.of(
            new String[] {"ß", "ss"},
            new String[] {"ø", "o"},
            new String[] {"æ", "ae"},
            new String[] {"œ", "oe"},
            new String[] {"ł", "l"},
            new String[] {"đ", "d"},
            new String[] {"ð", "d"},
            new String[] {"þ", "th"},
            new String[] {"ı", "i"});

    static CompanyName of(String name) {
        if (name == null) {
            return NONE;
        }
        LegalForms.Split split = LegalForms.split(folded(name));
        return new CompanyName(split.name(), split.form());
    }

    /** Words of letters and digits, in small letters, parted by single spaces. */
    static String folded(String name) {
        String text = Normalizer.normalize(
                        Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "");
        for (String[] letter : LETTERS) {
            text = text.replace(letter[0], letter[1]);
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[&+]", " and ")
                .replaceAll("['’`´]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What the search of lists and the column keep: the name proper, then the form. */
    String key() {
        return form.isEmpty() ? core : core + " " + form;
    }

    List<String> words() {
        return Arrays.stream(core.split(" "))
                .filter(word -> !word.isEmpty())
                .filter(word -> !List.of("the", "and", "und", "et", "y").contains(word))
                .toList();
    }

    /** The same for all ways of writing that need no guess: order of words, spaces, ue for ü, double letters. */
    String skeleton() {
        return words().stream().map(CompanyName::skeleton).sorted().collect(Collectors.joining());
    }

    static String skeleton(String word) {
        String plain = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return plain.replaceAll("(\\p{L})\\1+", "$1");
    }

    List<String> numbers() {
        return words().stream()
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .sorted()
                .toList();
    }

    boolean isEmpty() {
        return core.isEmpty();
    }
}
