package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Part;

/** Each entry balances, at any moment. */
record EntriesBalance(Look look) implements Check {

    @Override
    public String promise() {
        return "each entry balances, at any moment";
    }

    @Override
    public void look(Findings findings) {
        look.texts(
                        Part.LEDGER,
                        """
                        select e.entry_number from journal_entry e left join posting p on p.entry_id = e.id
                        group by e.id, p.currency
                        having count(p.entry_id) = 0 or sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0
                        """)
                .forEach(number -> findings.adrift("entry " + number + " does not balance"));
    }
}
