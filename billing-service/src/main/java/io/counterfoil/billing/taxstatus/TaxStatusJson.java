package io.counterfoil.billing.taxstatus;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Exemptions and areas on the wire. */
public final class TaxStatusJson {

    private TaxStatusJson() {}

    /** What is published of an exemption. */
    public record ExemptionPublication(
            @Size(max = 40) String reasonCode,
            @Size(max = 400) String reason,
            @Size(max = 100) String certificate,
            LocalDate validFrom,
            LocalDate validTo) {}

    /** A published version of an exemption. */
    public record ExemptionView(
            Exemption.Kind kind,
            String id,
            String jurisdiction,
            int version,
            String reasonCode,
            String reason,
            String certificate,
            LocalDate validFrom,
            LocalDate validTo) {}

    /** The countries of an area. */
    public record AreaPublication(List<String> countries) {}

    /** A published version of an area. */
    public record AreaView(String area, int version, List<String> countries) {}

    static ExemptionView view(Exemption exemption) {
        return new ExemptionView(
                exemption.subject().kind(),
                exemption.subject().id(),
                exemption.jurisdiction(),
                exemption.version(),
                exemption.reasonCode(),
                exemption.reason(),
                exemption.certificate(),
                exemption.validFrom(),
                exemption.validTo());
    }

    static AreaView view(TaxArea area) {
        return new AreaView(
                area.area(), area.version(), area.countries().stream().sorted().toList());
    }
}
