package io.counterfoil.billing.numbering;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.numbering.NumberSeriesResource.Publication;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Publishes a number series; one that has given out numbers can't change any more. */
@UseCase
class PublishNumberSeries {

    /** UNCL 1001: the kind of document whose numbers a series gives out. */
    private static final Map<String, String> DOCUMENT_TYPES = Map.of(Numbers.INVOICES, "380", "CM", "381");

    private final Numbers numbers;
    private final LegalEntities entities;

    @Inject
    PublishNumberSeries(Numbers numbers, LegalEntities entities) {
        this.numbers = numbers;
        this.entities = entities;
    }

    NumberSeries handle(String legalEntityId, String series, Publication wanted) {
        check(series, wanted);
        entities.byId(legalEntityId);
        NumberSeries there = numbers.series(legalEntityId, series).orElse(null);
        NumberSeries published = new NumberSeries(
                legalEntityId,
                series,
                DOCUMENT_TYPES.get(series),
                wanted.pattern() == null ? usual(series) : new NumberPattern(wanted.pattern()),
                wanted.fiscalYearStartMonth() == null ? 1 : wanted.fiscalYearStartMonth(),
                there == null ? 1 : there.version());
        if (published.equals(there)) {
            return there;
        }
        if (there != null && numbers.hasGivenOut(legalEntityId, series)) {
            throw new NumberSeriesInUse(legalEntityId, series);
        }
        NumberSeries next = there == null ? published : next(published);
        numbers.publish(next);
        return next;
    }

    private static NumberPattern usual(String series) {
        return Numbers.INVOICES.equals(series) ? NumberPattern.USUAL : NumberPattern.OF_CREDIT_MEMOS;
    }

    private static NumberSeries next(NumberSeries series) {
        return new NumberSeries(
                series.legalEntityId(),
                series.series(),
                series.documentTypeCode(),
                series.pattern(),
                series.fiscalYearStartMonth(),
                series.version() + 1);
    }

    private static void check(String series, Publication wanted) {
        List<FieldError> errors = new ArrayList<>();
        String type = DOCUMENT_TYPES.get(series);
        if (type == null) {
            errors.add(new FieldError("", "the series of invoices is INV, that of credit memos CM"));
        } else if (wanted.documentTypeCode() != null && !type.equals(wanted.documentTypeCode())) {
            errors.add(new FieldError("/documentTypeCode", "must be " + type));
        }
        if (wanted.pattern() != null && !NumberPattern.isValid(wanted.pattern())) {
            errors.add(new FieldError(
                    "/pattern", "must hold {entity}, {year} and {number}, such as {entity}-{year}-{number:6}"));
        }
        Integer month = wanted.fiscalYearStartMonth();
        if (month != null && (month < 1 || month > 12)) {
            errors.add(new FieldError("/fiscalYearStartMonth", "must be from 1 to 12"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }
}
