# SPDX-License-Identifier: Apache-2.0
"""From unit values to estimates, by docs/semantics.md: strata over epochs, the test of each kind of metric, its
inversions, CUPED, several hypotheses and the split. Plain sums over lists of units; nothing is kept."""
import math
from fractions import Fraction

from distributions import chi_squared_tail, normal_tail, root, student_tail, upper_quantile
from units import DAY, duration

ROUNDING = 64 * 2.0 ** -52
FEWEST = 30  # units of an arm in an epoch of its own, and of a stratum of its own


def kind_of(metric):
    kind = metric.get("kind", "conversion")
    if kind in ("conversion", "retention", "funnel"):
        return "rate"
    return "value" if kind in ("count", "active_days", "sum") or metric.get("per_unit") else "ratio"


def scale_of(metric):
    if kind_of(metric) == "rate" or metric["kind"] in ("count", "active_days"):
        return 1.0
    below = metric.get("denominator") or {}
    resolution = metric.get("resolution", 1e-6)
    return resolution / below.get("resolution", 0.01) if below.get("aggregate") == "sum" else resolution


def values(units, metric, position):
    """One number of each unit, in multiples."""
    if kind_of(metric) == "rate":
        return [int(u.count[position] > 0) for u in units]
    return [u.count[position] if metric["kind"] in ("count", "active_days") else u.total[position] for u in units]


def covariance(xs, ys):
    """Exact, as the values are whole."""
    n = len(xs)
    if n < 2:
        return 0
    return Fraction(n * sum(x * y for x, y in zip(xs, ys)) - sum(xs) * sum(ys), n * (n - 1))


def matured(units, metric, now):
    """Units exposed at least a window ago; and the number of the others."""
    watched = duration(metric.get("window")) or duration(metric.get("after"))
    kept = [u for u in units if watched is None or u.exposure + watched <= now]
    return kept, len(units) - len(kept)


def strata(units, splits, treatment):
    """[(weight, control's units, treatment's)] and the epochs left out. `splits`: shares by epoch."""
    groups = []
    for epoch in sorted({u.epoch for u in units}):
        split = splits[epoch]
        members = [u for u in units if u.epoch == epoch]
        arms = [[u for u in members if u.variant == v] for v in (0, treatment)]
        if any(not split[v] and not arm for v, arm in zip((0, treatment), arms)) or not (arms[0] or arms[1]):
            continue
        groups.append([[epoch], split, arms[0], arms[1], len(members)])

    def large(group):
        return min(len(group[2]), len(group[3])) >= FEWEST

    def merge(a, b):
        groups[a] = [groups[a][0] + groups[b][0], groups[a][1], *(groups[a][i] + groups[b][i] for i in (2, 3, 4))]
        del groups[b]

    if len(groups) > 1:
        i = 0
        while i < len(groups):
            if not large(groups[i]) and i > 0 and alike(groups[i - 1][1], groups[i][1]):
                merge(i - 1, i)
                i -= 1
            elif not large(groups[i]) and i + 1 < len(groups) and alike(groups[i][1], groups[i + 1][1]):
                merge(i, i + 1)
            else:
                i += 1
    used = [g for g in groups if large(g) or len(groups) == 1]
    everybody = sum(g[4] for g in used)
    left_out = [e for g in groups if g not in used for e in g[0]]
    return [(Fraction(g[4], everybody), g[2], g[3]) for g in used], left_out


def alike(a, b):
    return all(abs(x - y) < 1e-9 for x, y in zip(a, b))


class Comparison:
    """A treatment against the control. Fields are None where they do not exist."""

    def __init__(self, parts, metric, position, cuped):
        self.kind, self.scale = kind_of(metric), scale_of(metric)
        self.control = self.treatment = self.control_variance = self.treatment_variance = self.shared = 0
        self.variance = 0  # of the difference
        self.freedom = 0  # sum of (variance term)^2 / (n - 1)
        self.size = 0  # of the terms of the control's value
        self.rates = []
        self.exists = bool(parts)
        self.adjusted = cuped and self.exists and self.adjust(parts, metric, position)
        if self.exists and not self.adjusted:
            for weight, control, treatment in parts:
                self.add(weight, control, treatment, metric, position)
        # Not told apart from the rounding of its own sum: nothing is relative to it.
        if abs(self.control) <= ROUNDING * self.size:
            self.control = 0

    def add(self, weight, control, treatment, metric, position):
        arms = [arm_value(arm, metric, position, self.kind) for arm in (control, treatment)]
        if None in arms:
            self.exists = False
            return
        (c, c_variance), (t, t_variance) = arms
        self.control += weight * c
        self.size += weight * abs(c)
        self.treatment += weight * t
        self.control_variance += weight ** 2 * c_variance
        self.treatment_variance += weight ** 2 * t_variance
        self.variance += weight ** 2 * (c_variance + t_variance)
        if self.kind == "rate":
            self.rates.append((float(weight), len(control), sum(values(control, metric, position)), len(treatment),
                               sum(values(treatment, metric, position))))
            return
        for arm, variance in ((control, c_variance), (treatment, t_variance)):
            self.freedom += (weight ** 2 * variance) ** 2 / (len(arm) - 1)

    def adjust(self, parts, metric, position):
        """CUPED; False where the covariate does not vary or does not exist."""
        pieces = []  # (weight, [(y mean, y's, x's) of control, of treatment])
        for weight, control, treatment in parts:
            if min(len(control), len(treatment)) < 2:
                return False
            # All of it in fractions: where the covariate explains nearly everything, little is left of rounded numbers.
            for share, arms in pieces_of(control, treatment, position, self.kind):
                known = [u.covariate[position] for arm in arms for u in arm if u.known[position]]
                center = Fraction(sum(known), len(known)) if known and self.kind == "ratio" else 0
                samples = [sample(arm, metric, position, self.kind, center) for arm in arms]
                if None in samples:
                    return False
                pieces.append((weight * share, samples))
        if not any(u.known[position] for _, c, t in parts for u in c + t):
            return False
        shared = sum((n - 1) * xy for _, samples in pieces for n, _, _, _, _, xy in samples)
        spread = sum((n - 1) * x_variance for _, samples in pieces for n, _, _, _, x_variance, _ in samples)
        if not spread > 0:
            return False
        theta = shared / spread
        for weight, (c, t) in pieces:
            self.add_adjusted(weight, c, t, theta)
        if self.kind == "rate":
            self.kind = "value"
        return True

    def add_adjusted(self, weight, control, treatment, theta):
        """y - theta (x - mean of all x): the mean of all x makes the two adjusted means depend on each other."""
        n_c, y_c, v_c, x_c, vx_c, xy_c = control
        n_t, y_t, v_t, x_t, vx_t, xy_t = treatment
        share = Fraction(n_c, n_c + n_t)  # of the control in the mean of all x
        other = 1 - share
        center = share * x_c + other * x_t
        adjusted = y_c - theta * (x_c - center)
        self.control += weight * adjusted
        self.size += weight * abs(adjusted)
        self.treatment += weight * (y_t - theta * (x_t - center))
        w = weight ** 2
        # The control's adjusted mean is y_c - theta other x_c + theta other x_t, and so on.
        self.control_variance += w * ((v_c - 2 * theta * other * xy_c + (theta * other) ** 2 * vx_c) / n_c
                                      + (theta * other) ** 2 * vx_t / n_t)
        self.treatment_variance += w * ((v_t - 2 * theta * share * xy_t + (theta * share) ** 2 * vx_t) / n_t
                                        + (theta * share) ** 2 * vx_c / n_c)
        self.shared += w * ((theta * share * xy_c - theta ** 2 * share * other * vx_c) / n_c
                            + (theta * other * xy_t - theta ** 2 * share * other * vx_t) / n_t)
        for n, v, vx, xy in ((n_c, v_c, vx_c, xy_c), (n_t, v_t, vx_t, xy_t)):
            left = v - 2 * theta * xy + theta ** 2 * vx
            self.variance += w * left / n
            self.freedom += (w * left / n) ** 2 / (n - 1)

    @property
    def estimate(self):
        return float(self.treatment - self.control) * self.scale if self.exists else None

    @property
    def lift(self):
        return float((self.treatment - self.control) / self.control) if self.exists and self.control > 0 else None

    @property
    def error(self):
        return math.sqrt(max(0.0, self.variance)) * self.scale if self.exists else 0.0

    def tail(self, statistic):
        if self.kind != "value":
            return normal_tail(statistic)
        return student_tail(statistic, float(self.variance ** 2 / self.freedom))

    @property
    def p_value(self):
        if not self.exists:
            return None
        statistic = score_of_difference(self.rates, 0) if self.kind == "rate" else \
            float(self.treatment - self.control) / math.sqrt(self.variance) if self.variance > 0 else None
        return None if statistic is None else min(1.0, 2 * self.tail(abs(statistic)))

    def intervals(self, alpha):
        """Of the estimate and of the lift, or None."""
        if not self.exists or (self.kind != "rate" and not self.variance > 0):
            return None, None
        critical = upper_quantile(self.tail, alpha / 2)
        if self.kind == "rate":
            return score_interval(self.rates, critical), \
                score_ratio_interval(self.rates, critical) if self.control > 0 else None
        reach = critical * math.sqrt(self.variance)
        difference = float(self.treatment - self.control)
        absolute = [(difference - reach) * self.scale, (difference + reach) * self.scale]
        return absolute, self.fieller(critical) if self.control > 0 else None

    def fieller(self, k):
        """All L with (d - L c)^2 <= k^2 (V_d - 2 L cov(d, c) + L^2 V_c), where that is an interval."""
        square = Fraction(k) ** 2
        control, difference = Fraction(self.control), Fraction(self.treatment) - Fraction(self.control)
        a = control ** 2 - square * Fraction(self.control_variance)
        if not a > 0:
            return None
        b = difference * control - square * (Fraction(self.shared) - Fraction(self.control_variance))
        c = difference ** 2 - square * Fraction(self.variance)
        reach = Fraction(math.sqrt(max(0, b * b - a * c)))
        return [float((b - reach) / a), float((b + reach) / a)]


def arm_value(arm, metric, position, kind):
    """An arm's value and its sampling variance."""
    n = len(arm)
    if n < (1 if kind == "rate" else 2):
        return None
    ys = values(arm, metric, position)
    if kind == "rate":
        p = sum(ys) / n
        return p, p * (1 - p) / n
    if kind == "value":
        return Fraction(sum(ys), n), covariance(ys, ys) / n
    linear = linearised(ys, [u.count[position] for u in arm])
    return linear and (linear[0], linear[2] / n)


def linearised(ys, ns):
    """Ratio R, each unit's (y - R n) / mean n, and the variance of these: exact until the last division."""
    below, above = sum(ns), sum(ys)
    if below == 0:
        return None
    residuals = [below * y - above * m for y, m in zip(ys, ns)]  # times the sum below
    mean = Fraction(below, len(ns))
    spread = Fraction(sum(r * r for r in residuals), len(ns) - 1) / below ** 2 / mean ** 2  # their sum is 0
    return Fraction(above, below), [r / (below * mean) for r in residuals], spread


def pieces_of(control, treatment, position, kind):
    """The units with a history and those without apart, where each arm has enough of both."""
    with_, without = ([[u for u in arm if bool(u.known[position]) == known] for arm in (control, treatment)]
                      for known in (True, False))
    if kind == "ratio" or min(len(arm) for arm in with_ + without) < FEWEST:
        return [(1, [control, treatment])]
    share = Fraction(sum(map(len, with_)), len(control) + len(treatment))
    return [(share, with_), (1 - share, without)]


def sample(arm, metric, position, kind, center):
    """n, mean and variance of y, mean and variance of x, covariance."""
    n, ys = len(arm), values(arm, metric, position)
    if kind != "ratio":
        xs = [u.covariate[position] for u in arm]
        return n, Fraction(sum(ys), n), covariance(ys, ys), Fraction(sum(xs), n), covariance(xs, xs), covariance(xs, ys)
    linear = linearised(ys, [u.count[position] for u in arm])
    if linear is None:
        return None
    # Times the number that the center divides by: whole numbers.
    unit = Fraction(center).denominator
    xs = [int((u.covariate[position] - center) * unit) if u.known[position] else 0 for u in arm]
    shared = Fraction(sum(x * r for x, r in zip(xs, linear[1])), unit * (n - 1))
    return n, linear[0], linear[2], Fraction(sum(xs), unit * n), covariance(xs, xs) / unit ** 2, shared


# Rates: at every hypothesis the variance that it implies.

def most_likely(rate, difference):
    """The control's most likely rate when the treatment's is `difference` higher."""
    _, n_c, s_c, n_t, s_t = rate
    low, high = max(0.0, -difference), min(1.0, 1.0 - difference)

    def slope(p):
        total = 0.0
        for hits, at in ((s_c, p), (-(n_c - s_c), 1 - p), (s_t, p + difference), (-(n_t - s_t), 1 - p - difference)):
            if hits:
                total += hits / at if at > 0 else math.copysign(math.inf, hits)
        return total

    if not low < high or not slope(low) > 0:
        return low
    if not slope(high) < 0:
        return high
    for _ in range(200):
        middle = low + (high - low) / 2
        if middle in (low, high):
            break
        if slope(middle) > 0:
            low = middle
        else:
            high = middle
    return low


def score_of_difference(rates, difference):
    distance = variance = 0.0
    for rate in rates:
        weight, n_c, s_c, n_t, s_t = rate
        p = most_likely(rate, difference) if difference else (s_c + s_t) / (n_c + n_t)
        q = min(1.0, max(0.0, p + difference))
        distance += weight * (s_t / n_t - s_c / n_c - difference)
        variance += weight ** 2 * (p * (1 - p) / n_c + q * (1 - q) / n_t)
    return distance / math.sqrt(variance) if variance > 0 else None


def score_of_ratio(rates, ratio):
    distance = variance = 0.0
    for weight, n_c, s_c, n_t, s_t in rates:
        # The smaller root of r (n_c + n_t) p^2 - (r (n_t + s_c) + n_c + s_t) p + s_c + s_t = 0.
        b = ratio * (n_t + s_c) + n_c + s_t
        p = 2 * (s_c + s_t) / (b + math.sqrt(max(0.0, b * b - 4 * ratio * (n_c + n_t) * (s_c + s_t))))
        p = min(p, 1.0, 1 / ratio if ratio > 1 else 1.0)
        q = min(1.0, ratio * p)
        distance += weight * (s_t / n_t - ratio * s_c / n_c)
        variance += weight ** 2 * (q * (1 - q) / n_t + ratio ** 2 * p * (1 - p) / n_c)
    return distance / math.sqrt(variance) if variance > 0 else None


def end_of(score, estimate, limit, critical):
    """From the estimate towards the limit, where the score reaches the critical value; the limit if it does not.
    Where no rate can vary, whatever is not the estimate is refuted."""
    def beyond(value):
        z = score(value)
        return (math.inf if value != estimate else 0.0) if z is None else abs(z) - critical

    if not beyond(limit) > 0:
        return limit
    inside, outside = estimate, limit
    while abs(outside - inside) > 1e-4 * abs(limit - estimate) or math.isinf(beyond(outside)):
        middle = inside + (outside - inside) / 2
        if middle in (inside, outside):
            return inside
        if beyond(middle) > 0:
            outside = middle
        else:
            inside = middle
    return root(beyond, inside, outside)


def score_interval(rates, critical):
    estimate = sum(w * (s_t / n_t - s_c / n_c) for w, n_c, s_c, n_t, s_t in rates)
    return [end_of(lambda d: score_of_difference(rates, d), estimate, limit, critical) for limit in (-1.0, 1.0)]


def score_ratio_interval(rates, critical):
    control = sum(w * s_c / n_c for w, n_c, s_c, _, _ in rates)
    estimate = sum(w * s_t / n_t for w, _, _, n_t, s_t in rates) / control
    high = max(1.0, 2 * estimate)
    while (z := score_of_ratio(rates, high)) is not None and abs(z) <= critical:
        high *= 8
        if high > 1e9:
            return None
    return [end_of(lambda r: score_of_ratio(rates, r), estimate, limit, critical) - 1 for limit in (0.0, high)]


# Several hypotheses

def holm(p_values, alpha):
    """[(adjusted p, alpha of the interval)]; a hypothesis without a p-value counts in the size of the family."""
    m, adjusted, largest = len(p_values), [None] * len(p_values), 0.0
    filled = [1.0 if p is None else p for p in p_values]
    order = sorted(range(m), key=lambda i: filled[i])
    for rank, i in enumerate(order):
        largest = max(largest, min(1.0, (m - rank) * filled[i]))
        later = p_values[i] is not None and largest <= alpha and filled[i] > alpha / m
        adjusted[i] = (None if p_values[i] is None else largest, alpha / (m - rank if later else m))
    return adjusted


def benjamini_hochberg(p_values, alpha):
    m, adjusted, smallest = len(p_values), [None] * len(p_values), 1.0
    filled = [1.0 if p is None else p for p in p_values]
    for rank, i in reversed(list(enumerate(sorted(range(m), key=lambda i: filled[i]), 1))):
        smallest = min(smallest, filled[i] * m / rank)
        adjusted[i] = None if p_values[i] is None else smallest
    rejected = sum(p is not None and p <= alpha for p in adjusted)
    return [(p, alpha * max(1, rejected) / m) for p in adjusted]


def uncorrected(p_values, alpha):
    return [(p, alpha) for p in p_values]


# The split

def sample_ratio(units, splits, variants):
    """Counts, expected counts, the chi-squared p-value and the one that may be looked at at any time."""
    counts, expected, evidence = [0] * variants, [0.0] * variants, 0.0
    for epoch in {u.epoch for u in units}:
        members = [u for u in units if u.epoch == epoch]
        total = sum(splits[epoch])
        evidence += math.lgamma(1000) - math.lgamma(1000 + len(members))
        for v in range(variants):
            n, share = sum(u.variant == v for u in members), splits[epoch][v] / total
            counts[v] += n
            expected[v] += len(members) * share
            evidence += math.lgamma(1000 * share + n) - math.lgamma(1000 * share) - n * math.log(share)
    if not units:
        return [], [], None, None
    statistic = sum((n - e) ** 2 / e for n, e in zip(counts, expected))
    return counts, expected, chi_squared_tail(statistic, variants - 1), min(1.0, math.exp(-evidence))


class Analysis:
    """What a fixed look at the units says: cells by metric and treatment."""

    def __init__(self, units, experiment, splits, now, alpha, positions=None):
        self.metrics, self.cells, self.maturing = experiment["metrics"], {}, {}
        self.arms, self.used = {}, {}
        variants = len(experiment["variants"])
        for position, metric in enumerate(self.metrics):
            kept, self.maturing[position] = matured(units, metric, now)
            self.used[position] = kept
            self.arms[position] = [[u for u in kept if u.variant == v] for v in range(variants)]
            for treatment in range(1, variants):
                parts, left_out = strata(kept, splits, treatment)
                comparison = Comparison(parts, metric, position, experiment["plan"].get("cuped", False))
                comparison.left_out = left_out
                self.cells[position, treatment] = comparison
        self.correct(alpha)

    def correct(self, alpha):
        role = {p: m.get("role", "secondary") for p, m in enumerate(self.metrics)}
        families = [(holm, [k for k in self.cells if role[k[0]] == "primary"]),
                    (benjamini_hochberg, [k for k in self.cells if role[k[0]] == "secondary"])]
        families += [(uncorrected, [k for k in self.cells if k[0] == p]) for p in role if role[p] == "guardrail"]
        for rule, keys in families:
            for key, (p, level) in zip(keys, rule([self.cells[k].p_value for k in keys], alpha)):
                self.cells[key].adjusted_p_value, self.cells[key].alpha = p, level
