package io.counterfoil.customer.matching;

import java.util.List;

/** How much two names look alike, in thousandths; pure arithmetic on whole numbers. */
final class Spelling {

    /** The same, however written. */
    static final int SAME = 970;

    static final int IDENTICAL = 1000;

    /** Below this two words are different words. */
    private static final int LIKE = 750;

    private Spelling() {}

    static int likeness(CompanyName one, CompanyName other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        if (one.core().equals(other.core())) {
            return IDENTICAL;
        }
        if (!one.numbers().equals(other.numbers())) {
            return 0;
        }
        if (one.skeleton().equals(other.skeleton()) || joined(one).equals(joined(other))) {
            return SAME;
        }
        return Math.min(SAME - 1, byWords(one.words(), other.words()));
    }

    private static String joined(CompanyName name) {
        return CompanyName.skeleton(String.join("", name.words()));
    }

    /** The letters that stand in words which both have, of all letters. */
    private static int byWords(List<String> ones, List<String> others) {
        int common = shared(ones, others) + shared(others, ones);
        int all = length(ones) + length(others);
        return all == 0 ? 0 : common / all;
    }

    private static int shared(List<String> ones, List<String> others) {
        int shared = 0;
        for (String word : ones) {
            int best =
                    others.stream().mapToInt(other -> ratio(word, other)).max().orElse(0);
            shared += best >= LIKE ? best * word.length() : 0;
        }
        return shared;
    }

    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    /** One less the edits needed, relative to the longer word. */
    static int ratio(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        if (longer == 0 || one.equals(other)) {
            return IDENTICAL;
        }
        int shorter = Math.min(one.length(), other.length());
        if ((longer - shorter) * IDENTICAL > (IDENTICAL - LIKE) * longer) {
            return 0;
        }
        return IDENTICAL - edits(one, other) * IDENTICAL / longer;
    }

    /** Letters put in, left out, replaced, or swapped with their neighbour. */
    private static int edits(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] now = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = now;
            now = free;
        }
        return last[other.length()];
    }
}
