package io.counterfoil.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The legal forms of many countries in all their spellings, each with one short name, as they stand in a name whose
 * punctuation is gone. A form may stand at either end of a name; what it means is kept beside the name, for an Inc. and a
 * GmbH of one name are two companies.
 */
final class LegalForms {

    /** Short name, then the other spellings; parted by bars. */
    private static final List<String> SPELLINGS = List.of(
            "inc|incorporated|incorporation",
            "corp|corporation",
            "ltd|limited|ltee|limitee|pty ltd|pty limited|proprietary limited|pte ltd|private limited|pvt ltd|co ltd"
                    + "|company limited",
            "co|company|cie|compagnie",
            "llc|l l c|limited liability company",
            "llp|l l p|limited liability partnership",
            "lp|l p|limited partnership",
            "plc|p l c|public limited company",
            "gmbh|g m b h|gesellschaft mit beschrankter haftung|ges m b h|gesmbh",
            "gmbh co kg|gmbh und co kg|gmbh and co kg|g m b h co k g",
            "ug|unternehmergesellschaft|ug haftungsbeschrankt",
            "ag|a g|aktiengesellschaft",
            "kg|k g|kommanditgesellschaft",
            "ohg|offene handelsgesellschaft",
            "ev|e v|eingetragener verein",
            "eg|e g|eingetragene genossenschaft",
            "se|s e|societas europaea",
            "sa|s a|societe anonyme|sociedad anonima|sociedade anonima",
            "sarl|s a r l|s a rl|societe a responsabilite limitee",
            "sas|s a s|societe par actions simplifiee",
            "sasu|s a s u",
            "eurl|e u r l",
            "spa|s p a|societa per azioni",
            "srl|s r l|s r l s|societa a responsabilita limitata|societate cu raspundere limitata",
            "sl|s l|sociedad limitada|s l u|slu",
            "sacv|sa de cv|s a de c v|sociedad anonima de capital variable",
            "lda|limitada|ltda",
            "bv|b v|besloten vennootschap|bvba",
            "nv|n v|naamloze vennootschap",
            "ab|a b|aktiebolag|aktiebolaget",
            "as|a s|aksjeselskap|aktieselskab|anonim sirketi|akciova spolecnost",
            "asa|allmennaksjeselskap",
            "aps|anpartsselskab",
            "oy|o y|osakeyhtio",
            "oyj|julkinen osakeyhtio",
            "ou|osauhing",
            "sia|uab|uzdaroji akcine bendrove",
            "spzoo|sp z o o|sp zoo|spolka z ograniczona odpowiedzialnoscia",
            "spolka akcyjna",
            "sro|s r o|spol s r o|spolecnost s rucenim omezenym",
            "doo|d o o|drustvo s ogranicenom odgovornoscu",
            "kft|korlatolt felelossegu tarsasag",
            "zrt|nyrt|zartkoruen mukodo reszvenytarsasag",
            "ooo|ооо|общество с ограниченнои ответственностью",
            "oao|оао|пао|ао|зао",
            "kk|k k|kabushiki kaisha|kabushiki gaisha|株式会社|株",
            "yk|y k|yugen kaisha|有限会社|有",
            "gk|godo kaisha|合同会社",
            "jusik|jusik hoesa|주식회사|주",
            "youxian|有限公司|有限责任公司|股份有限公司",
            "bhd|berhad|sdn bhd|sendirian berhad",
            "pt|perseroan terbatas",
            "tbk|pt tbk",
            "fze|fzco|fz llc",
            "as ltd sti|ltd sti|limited sirketi");

    private static final Map<String, String> SHORT = new TreeMap<>();
    private static final List<String> LONGEST_FIRST = new ArrayList<>();

    static {
        for (String line : SPELLINGS) {
            String[] spellings = line.split("\\|");
            for (String spelling : spellings) {
                SHORT.put(CompanyName.folded(spelling), spellings[0]);
            }
        }
        LONGEST_FIRST.addAll(SHORT.keySet());
        LONGEST_FIRST.sort(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    }

    private LegalForms() {}

    /** A name without its form, and the form; empty where it has none. */
    record Split(String name, String form) {}

    /** What stands at the end counts first: in most countries the form stands there. */
    static Split split(String words) {
        for (String form : LONGEST_FIRST) {
            if (words.endsWith(" " + form) || isIdeographic(form) && words.endsWith(form) && !words.equals(form)) {
                return new Split(
                        words.substring(0, words.length() - form.length()).strip(), SHORT.get(form));
            }
        }
        for (String form : LONGEST_FIRST) {
            boolean leads = mayLead(form) && words.startsWith(form + " ");
            if (leads || isIdeographic(form) && words.startsWith(form) && !words.equals(form)) {
                return new Split(words.substring(form.length()).strip(), SHORT.get(form));
            }
        }
        return new Split(words, "");
    }

    /** In some countries the form stands first; a single Latin word there is a name more often than a form. */
    private static boolean mayLead(String form) {
        return form.equals("pt") || form.codePointAt(0) > 0x24F || form.indexOf(' ') > 0;
    }

    private static boolean isIdeographic(String form) {
        int first = form.codePointAt(0);
        return form.codePointCount(0, form.length()) > 1
                && (Character.isIdeographic(first)
                        || first >= 0xAC00 && first <= 0xD7A3
                        || first >= 0x1100 && first <= 0x11FF);
    }
}
