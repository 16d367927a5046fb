package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A way along a curve, bend by bend: what is earned behind it, what is left before it. */
final class Walk {

    private final Curve curve;
    private Money behind;
    private Money left;
    private final List<Bend> days = new ArrayList<>();
    private LocalDate from;
    private LocalDate end;
    private long base;
    private long done;
    private long all = 1;

    Walk(Curve curve) {
        this.curve = curve;
        behind = Money.zero(curve.amount().currency());
        left = curve.amount();
        from = curve.period().start();
        end = curve.period().end();
    }

    void pass(Bend bend) {
        switch (bend.kind()) {
            case ALLOCATED, SHRINK, RELEASE -> shrink(bend);
            case PROGRESS -> deliver(bend.units());
            case BASE -> {
                base = bend.units().done();
                deliver(bend.units());
            }
            case PROSPECTIVE -> {
                split(bend.day());
                spreadAnew(bend);
            }
            case CATCH_UP -> {
                left = behind.plus(left);
                behind = Money.zero(left.currency());
                from = curve.period().start();
                base = 0;
                spreadAnew(bend);
            }
            case ACCELERATE -> {
                behind = behind.plus(left);
                left = Money.zero(left.currency());
            }
            case HOLD, RESTORE -> {}
        }
    }

    Money earned(LocalDate until) {
        return behind.plus(earnedOfLeft(until)).minus(asideBefore(until));
    }

    private void shrink(Bend bend) {
        if (bend.period() == null) {
            split(bend.day());
            left = left.minus(bend.shrunk());
            settleTooMuch();
        } else {
            days.add(bend);
        }
    }

    /** What was held back when it was given up was taken from what time alone would have earned: that much was never earned. */
    private void settleTooMuch() {
        if (left.minor() != 0
                && curve.amount().minor() != 0
                && left.isNegative() != curve.amount().isNegative()) {
            behind = behind.plus(left);
            left = Money.zero(left.currency());
        }
    }

    private Money asideBefore(LocalDate until) {
        Money sum = Money.zero(left.currency());
        for (Bend bend : days) {
            ServicePeriod taken = bend.period().from(bend.day());
            sum = sum.plus(ByDay.earned(bend.shrunk(), taken.start(), taken.end(), until));
        }
        return sum;
    }

    private void split(LocalDate day) {
        LocalDate at = curve.method().splitDay(day, new ServicePeriod(from, end));
        Money earned = earnedOfLeft(at);
        behind = behind.plus(earned);
        left = left.minus(earned);
        from = at.isAfter(from) ? at : from;
        base = done;
    }

    private void spreadAnew(Bend bend) {
        end = bend.newEnd() == null ? end : bend.newEnd();
        if (bend.units() != null) {
            deliver(bend.units());
        }
    }

    private void deliver(Bend.Units units) {
        done = units.done();
        all = units.all();
    }

    private Money earnedOfLeft(LocalDate until) {
        if (curve.method() != Method.PROGRESS) {
            return curve.method().earned(left, new ServicePeriod(from, end), until, curve.remainder());
        }
        if (done >= all) {
            return left;
        }
        return done <= base
                ? Money.zero(left.currency())
                : Rounding.share(left, BigDecimal.valueOf(done - base), BigDecimal.valueOf(all - base));
    }
}
