package io.counterfoil.billing.writeoff;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.PolicyValue;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.writeoff.WriteOff.State;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Proposals to give invoices up; below the policy's limit they are carried out at once. */
@Dependent
public class WriteOffs {

    private static final String BY_POLICY = "policy";

    private final WriteOffRows rows;
    private final Invoices invoices;
    private final GiveUp giveUp;
    private final Recovery recovery;
    private final Policies policies;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    WriteOffs(
            WriteOffRows rows,
            Invoices invoices,
            GiveUp giveUp,
            Recovery recovery,
            Policies policies,
            LegalEntities entities,
            BusinessClock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.giveUp = giveUp;
        this.recovery = recovery;
        this.policies = policies;
        this.entities = entities;
        this.clock = clock;
    }

    /** Proposes what is open and not disputed on these invoices; those that are proposed already are passed over. */
    public List<WriteOff> propose(List<Invoice> overdue, String reasonCode, String reason, String by) {
        if (overdue.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = overdue.stream().map(Invoice::invoiceId).toList();
        Set<UUID> proposed = rows.proposed(ids);
        Map<UUID, Money> disputed = rows.disputed(ids);
        List<Invoice> fresh = overdue.stream()
                .filter(invoice -> !proposed.contains(invoice.invoiceId()))
                .filter(invoice -> undisputed(invoice, disputed).isPositive())
                .toList();
        List<WriteOff> proposals = fresh.stream()
                .map(invoice -> proposal(invoice, undisputed(invoice, disputed), reasonCode, reason, by))
                .toList();
        rows.addAll(proposals);
        List<WriteOff> standing = new ArrayList<>(proposals.size());
        for (int i = 0; i < proposals.size(); i++) {
            standing.add(decideIfSmall(proposals.get(i), fresh.get(i)));
        }
        return standing;
    }

    /**
     * Money came for an invoice that was given up: notes it, and tells of it with the id that the application has.
     *
     * @return the invoice as it stands then
     */
    public Invoice recover(Invoice invoice, UUID paymentId, UUID applicationId, Money amount, UUID eventId) {
        return recovery.recover(invoice, paymentId, applicationId, amount, eventId);
    }

    /** The limit above which a person decides about an invoice. */
    PolicyValue limit(Invoice invoice) {
        return policies.value(
                PolicyName.WRITE_OFF_APPROVAL_LIMIT,
                Scope.of(invoice.legalEntityId(), invoice.order().contractId()),
                entities.byId(invoice.legalEntityId()).dateAt(clock.now()));
    }

    private WriteOff decideIfSmall(WriteOff proposal, Invoice invoice) {
        PolicyValue limit = limit(invoice);
        return proposal.amount().compareTo(limit.amount(invoice.currency())) > 0
                ? proposal
                : giveUp.approve(
                        proposal,
                        invoices.lock(invoice.invoiceId()).orElseThrow(),
                        BY_POLICY,
                        Map.of(limit.policy().text(), limit.reference()));
    }

    /** What of these invoices is disputed; those of which nothing is are not named. */
    public Map<UUID, Money> disputed(Collection<UUID> invoiceIds) {
        return rows.disputed(invoiceIds);
    }

    /** A dispute holds its amount: only what is open beside it can be given up. */
    static Money undisputed(Invoice invoice, Map<UUID, Money> disputed) {
        Money held = disputed.get(invoice.invoiceId());
        return held == null ? invoice.open() : invoice.open().minus(held.min(invoice.open()));
    }

    private WriteOff proposal(Invoice invoice, Money amount, String reasonCode, String reason, String by) {
        return new WriteOff(
                EventIds.next(),
                invoice.invoiceId(),
                invoice.customerId(),
                invoice.legalEntityId(),
                amount,
                Money.zero(invoice.currency()),
                reasonCode,
                reason,
                by,
                clock.now(),
                State.PROPOSED,
                null,
                null,
                null,
                1);
    }
}
