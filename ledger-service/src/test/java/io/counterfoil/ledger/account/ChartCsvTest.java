package io.counterfoil.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.http.Invalid;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartCsvTest {

    private static final String HEAD = "code,name,type,normalSide,controlKind\n";

    @Test
    void what_goes_out_comes_in_again() {
        AccountJson bank =
                new AccountJson("US01", "1000", "Bank, \"main\"", AccountType.ASSET, Side.DEBIT, null, null, null, 1);
        AccountJson owed = new AccountJson(
                "US01",
                "1200",
                "Accounts receivable",
                AccountType.ASSET,
                Side.DEBIT,
                ControlKind.RECEIVABLES,
                LocalDate.of(2026, 1, 1),
                null,
                1);

        String csv = ChartCsv.write(List.of(bank, owed));

        assertThat(ChartCsv.read(csv))
                .containsExactly(
                        java.util.Map.entry(
                                "1000",
                                new AccountJson.Request(
                                        "Bank, \"main\"", AccountType.ASSET, Side.DEBIT, null, null, null)),
                        java.util.Map.entry(
                                "1200",
                                new AccountJson.Request(
                                        "Accounts receivable",
                                        AccountType.ASSET,
                                        Side.DEBIT,
                                        ControlKind.RECEIVABLES,
                                        LocalDate.of(2026, 1, 1),
                                        null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000,Bank,ASSET,DEBIT",
                "1000,Bank,THING,DEBIT,",
                "1000,Bank,ASSET,LEFT,",
                "1000,,ASSET,DEBIT,",
                "10 00,Bank,ASSET,DEBIT,",
                "1000,Bank,ASSET,DEBIT,\n1000,Bank,ASSET,DEBIT,",
            })
    void a_line_that_is_no_account_is_refused(String line) {
        assertThatThrownBy(() -> ChartCsv.read(HEAD + line)).isInstanceOf(Invalid.class);
    }

    @Test
    void another_head_line_is_refused() {
        assertThatThrownBy(() -> ChartCsv.read("name,code\n")).isInstanceOf(Invalid.class);
    }
}
