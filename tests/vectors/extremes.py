#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors where naive formulas fail: python3 extremes.py [function ...]

Huge and tiny samples, rates of 0 and 1, p-values down to 1e-300, arms without variance, levels of 1e-12, looks close
together. Everything comes from definitions, integrated or solved with mpmath at 50 digits; sequential designs by recursive
integration of the density with numpy. Needs the distribution's python3-mpmath, python3-numpy and python3-scipy.
"""
import itertools
import math
import sys

import mpmath as mp
import numpy as np
import scipy.special

import generate
from generate import ALTERNATIVES, MPMATH, NUMPY, SCIPY, inverted, main, vectors

generate.FUNCTIONS.clear()  # main writes what is registered here
mp.mp.dps = 50
M = mp.mpf
HUGE = 2 ** 53


def normal_tail(z):
    return mp.erfc(M(z) / mp.sqrt(2)) / 2


def normal_density(z):
    return mp.exp(-M(z) ** 2 / 2) / mp.sqrt(2 * mp.pi)


def newton(log_tail, log_target, hazard, start):
    x = M(start)
    for _ in range(100):
        step = (log_tail(x) - log_target) / hazard(x)
        x += step
        if abs(step) <= abs(x) * M(10) ** -35:
            return x
    raise ArithmeticError("no convergence")


def upper_quantile(tail):
    """z with P(Z > z) = tail."""
    tail = M(tail)
    if tail > 0.5:
        return -upper_quantile(1 - tail)
    if tail == 0.5:
        return M(0)
    return newton(lambda z: mp.log(normal_tail(z)), mp.log(tail), lambda z: normal_density(z) / normal_tail(z),
                  mp.sqrt(-2 * mp.log(tail)))


def two_sided_quantile(confidence):
    return mp.sqrt(2) * mp.erfinv(M(confidence)) if confidence < 0.3 else upper_quantile((1 - M(confidence)) / 2)


def student_density(x, df):
    constant = mp.exp(mp.loggamma((df + 1) / 2) - mp.loggamma(df / 2)) / mp.sqrt(df * mp.pi)
    return constant * mp.exp(-(df + 1) / 2 * mp.log1p(x * x / df))


def student_tail(t, df):
    """Integral of the density, outwards over u = log(x / t) in steps of its own decay."""
    t, df = M(t), M(df)
    if t < 0:
        return 1 - student_tail(-t, df)
    if t < 0.5:
        return M(1) / 2 - mp.quad(lambda x: student_density(x, df), [0, t])
    steepness = abs((df + 1) * t * t / (df + t * t) - 1)
    width, at, total = min(M(1), 2 / max(steepness, M("1e-3"))), M(0), M(0)
    while True:
        part = mp.quad(lambda u: student_density(t * mp.exp(u), df) * t * mp.exp(u), [at, at + width])
        total, at, width = total + part, at + width, width * M("1.15")
        if part < total * M(10) ** -30:
            return total


def student_quantile(confidence, df):
    tail, df = (1 - M(confidence)) / 2, M(df)
    start = scipy.special.stdtrit(float(df), 1 - float(tail)) if 1e-9 < tail else float(upper_quantile(tail))
    if df < 20 and tail < 1e-9:  # of the tail's power law
        start = float((mp.mpf(student_density(1, df)) / tail) ** (1 / df))
    for _ in range(200):
        reached = student_tail(start, df)
        step = mp.log(reached / tail) * reached / student_density(M(start), df)
        start += min(step, abs(start))
        if abs(step) < abs(start) * M(10) ** -25:
            return start
    raise ArithmeticError("no convergence")


def p_of(tail, statistic, alternative):
    if alternative == "two-sided":
        return min(M(1), 2 * tail(abs(statistic)))
    return tail(statistic if alternative == "greater" else -statistic)


def numbers(**values):
    """As doubles; p-values below 1e-300 are left to anyone."""
    return {key: [float(v) for v in value] if isinstance(value, list) else value if isinstance(value, bool) else float(value)
            for key, value in values.items()}


def welch(control, treatment):
    a, b = M(control["variance"]) / control["n"], M(treatment["variance"]) / treatment["n"]
    return mp.sqrt(a + b), (a + b) ** 2 / (a * a / (control["n"] - 1) + b * b / (treatment["n"] - 1))


def mean_pairs():
    """Arms whose difference is a given number of standard errors, at all sizes and units of measure."""
    sizes = [(2, 2), (2, HUGE), (HUGE, 30), (10 ** 12, 10 ** 12), (1000, 1000), (5, 10 ** 6)]
    scales, distances = [1, 1e-150, 1e150, 1e6, 1e-9], [0.3, 3, 12, 30, 37, -8]
    for i in range(18):
        n, m = sizes[i % 6]
        scale, z = scales[i % 5], distances[(i + i // 6) % 6]
        c = {"n": n, "mean": scale * 3.7, "variance": (scale * [1.3, 0.01, 40][i % 3]) ** 2}
        t = {"n": m, "mean": 0.0, "variance": (scale * [0.9, 0.0, 11][(i + 1) % 3]) ** 2}
        t["mean"] = c["mean"] + z * math.sqrt(c["variance"] / n + t["variance"] / m)
        yield i, c, t


CONFIDENCES = [0.95, 0.999999, 1 - 1e-12, 0.5, 1e-6]


@vectors(f"Student's density integrated and its quantile solved, {MPMATH}, 50 digits", relative=1e-9)
def welch_t_test(_):
    for i, c, t in mean_pairs():
        confidence, alternative = CONFIDENCES[i % 5], ALTERNATIVES[i % 3]
        error, df = welch(c, t)
        estimate = M(t["mean"]) - M(c["mean"])
        half = student_quantile(confidence, df) * error
        yield ({"control": c, "treatment": t, "alternative": alternative, "confidence": confidence},
               numbers(estimate=estimate, standard_error=error, statistic=estimate / error, degrees_of_freedom=df,
                       p_value=p_of(lambda s: student_tail(s, df), estimate / error, alternative),
                       lower=estimate - half, upper=estimate + half))


@vectors(f"Student's density integrated, {MPMATH}, 50 digits", relative=1e-9)
def non_inferiority_test(_):
    for i, c, t in mean_pairs():
        error, df = welch(c, t)
        margin, increase = float(error) * [0, 1, 20][i % 3], i % 2 == 0
        difference = M(t["mean"]) - M(c["mean"])
        statistic = (difference + M(margin) if increase else difference - M(margin)) / error
        yield ({"control": c, "treatment": t, "margin": margin, "direction": "increase" if increase else "decrease"},
               numbers(statistic=statistic, p_value=student_tail(statistic if increase else -statistic, df)))


@vectors(f"the set of lifts by bisection of the inverted test, {MPMATH}, 50 digits", relative=1e-9)
def fieller_interval(_):
    for i, c, t in mean_pairs():
        confidence = CONFIDENCES[i % 5]
        yield ({"control": c, "treatment": t, "confidence": confidence},
               inverted(M(c["mean"]), M(t["mean"]), M(c["variance"]) / c["n"], M(t["variance"]) / t["n"], M(0),
                        two_sided_quantile(confidence)))


@vectors(f"closed form with {MPMATH}, 50 digits", relative=1e-9)
def asymptotic_confidence_sequence(_):
    for i, c, t in mean_pairs():
        level, tuning = [0.05, 1e-12, 0.5][i % 3], [5000, 1, 1e9][i // 2 % 3]
        error, _ = welch(c, t)
        log = -2 * mp.log(M(level))
        y = (M(c["n"]) + t["n"]) * (log + mp.log1p(log)) / M(tuning)
        critical = mp.sqrt((1 + 1 / y) * (mp.log1p(y) + log))
        estimate = M(t["mean"]) - M(c["mean"])
        p = min(M(1), mp.sqrt(1 + y) * mp.exp(-(estimate / error) ** 2 / 2 * y / (1 + y)))
        yield ({"control": c, "treatment": t, "significance_level": level, "tuning_sample_size": tuning},
               numbers(estimate=estimate, lower=estimate - critical * error, upper=estimate + critical * error, p_value=p,
                       critical_value=critical))


@vectors(f"delta method and Student's density integrated, {MPMATH}, 50 digits", relative=1e-9)
def relative_lift(_):
    for i, c, t in mean_pairs():
        confidence = CONFIDENCES[i % 5]
        (_, df), ratio = welch(c, t), M(t["mean"]) / M(c["mean"])
        error = mp.sqrt(M(t["variance"]) / t["n"] + ratio ** 2 * M(c["variance"]) / c["n"]) / abs(M(c["mean"]))
        estimate, half = (M(t["mean"]) - M(c["mean"])) / M(c["mean"]), student_quantile(confidence, df) * error
        yield ({"control": c, "treatment": t, "confidence": confidence},
               numbers(estimate=estimate, standard_error=error, degrees_of_freedom=df,
                       p_value=p_of(lambda s: student_tail(s, df), estimate / error, "two-sided"), lower=estimate - half, upper=estimate + half))


def ratio_of(arm):
    above, below = M(arm["numerator"]["mean"]), M(arm["denominator"]["mean"])
    ratio = above / below
    residual = M(arm["numerator"]["variance"]) - 2 * ratio * M(arm["covariance"]) + ratio ** 2 * M(arm["denominator"]["variance"])
    return ratio, residual / arm["n"] / below ** 2


@vectors(f"delta method with {MPMATH}, 50 digits; numerators that denominators explain but for a little", relative=1e-9)
def ratio_metric(_):
    for i, (correlation, scale) in enumerate(itertools.product((0, -0.9, 0.999999, 1 - 1e-12), (1, 1e-100, 1e100))):
        arms = []
        for n, mean, slope in ((1000, 3.7, 1.3), (HUGE if i % 2 else 2, 3.9, 1.3 + i * 1e-4)):
            spread = 1.1 * scale
            arms.append({"n": n, "numerator": {"mean": slope * mean * scale, "variance": (slope * spread) ** 2}, "denominator": {"mean": mean * scale, "variance": spread ** 2},
                         "covariance": correlation * (slope * spread) * spread})
        (rc, vc), (rt, vt) = map(ratio_of, arms)
        confidence = CONFIDENCES[i % 5]
        error, half = mp.sqrt(vc + vt), two_sided_quantile(confidence) * mp.sqrt(vc + vt)
        yield ({"control": arms[0], "treatment": arms[1], "confidence": confidence},
               numbers(control_ratio=rc, treatment_ratio=rt, standard_error=error, p_value=p_of(normal_tail, (rt - rc) / error, "two-sided"),
                       lower=rt - rc - half, upper=rt - rc + half))


@vectors(f"pooled theta, residual variances and Student's density with {MPMATH}, 50 digits; covariates that explain nearly all", relative=1e-9)
def cuped(_):
    for i, (correlation, scale) in enumerate(itertools.product((0, -0.9, 0.999999, 1 - 1e-12), (1, 1e-100, 1e100))):
        confidence = CONFIDENCES[i % 5]
        arms = [{"n": n, "mean": mean * scale, "variance": (2.1 * scale) ** 2, "covariate": {"mean": x * scale, "variance": (1.7 * scale) ** 2},
                 "covariance": correlation * (2.1 * scale) * (1.7 * scale)} for n, mean, x in ((1000, 3.7, 5.0), (HUGE if i % 2 else 5, 3.9, 5.1))]
        theta = (sum((a["n"] - 1) * M(a["covariance"]) for a in arms) / sum((a["n"] - 1) * M(a["covariate"]["variance"]) for a in arms))
        everyone = sum(a["n"] * M(a["covariate"]["mean"]) for a in arms) / sum(a["n"] for a in arms)
        means = [M(a["mean"]) - theta * (M(a["covariate"]["mean"]) - everyone) for a in arms]
        left = [{"n": a["n"], "variance": M(a["variance"]) - 2 * theta * M(a["covariance"]) + theta ** 2 * M(a["covariate"]["variance"])} for a in arms]
        error, df = welch(*left)
        estimate, half = means[1] - means[0], student_quantile(confidence, df) * error
        yield ({"control": arms[0], "treatment": arms[1], "confidence": confidence},
               numbers(theta=theta, control_mean=means[0], treatment_mean=means[1], estimate=estimate, standard_error=error, degrees_of_freedom=df,
                       p_value=p_of(lambda s: student_tail(s, df), estimate / error, "two-sided"), lower=estimate - half, upper=estimate + half))


def rate_pairs():
    yield from [({"n": 1, "x": 1}, {"n": 1, "x": 0}), ({"n": 1000, "x": 1000}, {"n": 1000, "x": 999}),
                ({"n": 10 ** 12, "x": 3}, {"n": 10 ** 12, "x": 40}), ({"n": 10 ** 12, "x": 10 ** 12 - 1000}, {"n": 9 * 10 ** 12, "x": 9 * 10 ** 12 - 9500}),
                ({"n": HUGE, "x": 8106479329266893}, {"n": 474063118670578, "x": 426656806803520}),
                ({"n": 10 ** 9, "x": 5 * 10 ** 8}, {"n": 10 ** 9, "x": 5 * 10 ** 8 + 800000}),
                ({"n": 10 ** 6, "x": 0}, {"n": 25, "x": 24}), ({"n": 3, "x": 1}, {"n": HUGE - 8, "x": HUGE - 13}),
                ({"n": 44700, "x": 8502}, {"n": 45489, "x": 8279}), ({"n": 10 ** 6, "x": 10 ** 5}, {"n": 10 ** 6, "x": 10 ** 5})]


def rate_variance(arm):
    p = M(arm["x"]) / arm["n"]
    return p * (1 - p) / arm["n"]


@vectors(f"closed form with {MPMATH}, 50 digits", relative=1e-9)
def two_proportion_z_test(_):
    for i, (c, t) in enumerate(rate_pairs()):
        for pooled in (True, False):
            rate = M(c["x"] + t["x"]) / (c["n"] + t["n"])
            variance = rate * (1 - rate) * (M(1) / c["n"] + M(1) / t["n"]) if pooled else rate_variance(c) + rate_variance(t)
            if variance == 0:
                continue
            z = (M(t["x"]) / t["n"] - M(c["x"]) / c["n"]) / mp.sqrt(variance)
            alternative = ALTERNATIVES[i % 3]
            yield ({"control": c, "treatment": t, "alternative": alternative, "pooled": pooled},
                   numbers(statistic=z, p_value=p_of(normal_tail, z, alternative)))


def wilson(arm, z):
    n, x = M(arm["n"]), M(arm["x"])
    half = z * mp.sqrt(z * z + 4 * x * (n - x) / n)
    return (2 * x + z * z - half) / (2 * (n + z * z)), (2 * x + z * z + half) / (2 * (n + z * z))


@vectors(f"Wilson's closed form with {MPMATH}, 50 digits", relative=1e-9, absolute=1e-300)
def proportion_interval(_):
    for i, (arm, other) in enumerate(rate_pairs()):
        for one in (arm, other):
            confidence = CONFIDENCES[i % 5]
            lower, upper = wilson(one, two_sided_quantile(confidence))
            yield ({**one, "confidence": confidence, "method": "wilson"},
                   numbers(estimate=M(one["x"]) / one["n"], lower=lower if one["x"] else 0, upper=upper))


@vectors(f"Newcombe's method 10 and Wald's in closed form with {MPMATH}, 60 digits", relative=1e-9, absolute=1e-30)
def proportion_difference_interval(_):
    with mp.workdps(60):
        for i, (c, t) in enumerate(rate_pairs()):
            confidence = CONFIDENCES[i % 5]
            z = two_sided_quantile(confidence)
            pc, pt = M(c["x"]) / c["n"], M(t["x"]) / t["n"]
            (lc, uc), (lt, ut) = wilson(c, z), wilson(t, z)
            yield ({"control": c, "treatment": t, "confidence": confidence, "method": "newcombe"},
                   numbers(estimate=pt - pc, lower=pt - pc - mp.hypot(pt - lt, uc - pc), upper=pt - pc + mp.hypot(ut - pt, pc - lc)))
            half = z * mp.sqrt(rate_variance(c) + rate_variance(t))
            if half > 0:
                yield ({"control": c, "treatment": t, "confidence": confidence, "method": "wald"},
                       numbers(estimate=pt - pc, lower=pt - pc - half, upper=pt - pc + half))


def hypergeometric_tail(c, t, side):
    """P(X >= x) for side 1, P(X <= x) for -1: falling terms, added up from x outwards; with many of them by a sum of
    integrals of the analytic continuation (Euler and Maclaurin)."""
    hits, total, drawn, x = c["x"] + t["x"], c["n"] + t["n"], t["n"], t["x"]

    def log_choose(n, k):
        return mp.loggamma(M(n) + 1) - mp.loggamma(M(k) + 1) - mp.loggamma(M(n) - k + 1)

    def log_p(k):
        return log_choose(hits, k) + log_choose(total - hits, drawn - k) - log_choose(total, drawn)

    variance = M(drawn) * hits / total * (total - hits) / total * (total - drawn) / total
    last = min(drawn, hits) if side > 0 else max(0, drawn - (total - hits))
    if variance < 10 ** 8:
        term, result, k = mp.exp(log_p(x)), M(0), x
        while term > result * M(10) ** -35:
            result += term
            if k == last:
                break
            if side > 0:
                term *= M(hits - k) / (k + 1) * (drawn - k) / (total - hits - drawn + k + 1)
            else:
                term *= M(k) / (hits - k + 1) * (total - hits - drawn + k) / (drawn - k + 1)
            k += side
        return result
    density = lambda y: mp.exp(log_p(x + side * y))
    decay = mp.log(density(M(0)) / density(M(1)))
    width, result, at = 1 / (4 / mp.sqrt(variance) + decay), M(0), M(-0.5)
    while True:
        part = mp.quad(density, [at, at + width], maxdegree=6)
        result, at = result + part, at + width
        if part < result * M(10) ** -25:
            return result + mp.diff(density, M(-0.5), h=M(10) ** -8) / 24


@vectors(f"hypergeometric terms by log-gamma functions with {MPMATH}, 60 digits, added up", relative=1e-9)
def fisher_exact_test(_):
    pairs = [*rate_pairs(), ({"n": 10 ** 12, "x": 10 ** 11}, {"n": 10 ** 12, "x": 10 ** 11 + 2 * 10 ** 6}),
             ({"n": 10 ** 15, "x": 10 ** 13}, {"n": 3 * 10 ** 14, "x": 3 * 10 ** 12 - 3 * 10 ** 7}),
             ({"n": 10 ** 12, "x": 5 * 10 ** 11}, {"n": 1, "x": 0})]
    with mp.workdps(60):
        for c, t in pairs:
            greater = M(t["x"]) / t["n"] > M(c["x"]) / c["n"]
            yield ({"control": c, "treatment": t, "alternative": "greater" if greater else "less"},
                   numbers(p_value=hypergeometric_tail(c, t, 1 if greater else -1)))


@vectors(f"chi-squared tail with {MPMATH}, 50 digits", relative=1e-9)
def sample_ratio_mismatch(_):
    for counts, weights in [([5 * 10 ** 14 + 10 ** 8, 5 * 10 ** 14], [1, 1]), ([599999883002, 200005064307, 200000188474], [3, 1, 1]),
                            ([949999833393, 50000085525], [19, 1]), ([1, 0], [1e300, 1e300]), ([10, 0, 0], [1e-6, 3, 2]),
                            ([3 * 10 ** 15, 10 ** 15 + 10 ** 9], [0.75, 0.25]), ([1000, 1000, 1000, 1001], [1, 1, 1, 1]),
                            ([10 ** 6, 10 ** 6 - 60000], [1, 1])]:
        total, scale = sum(counts), sum(M(w) for w in weights)
        statistic = sum((n - total * M(w) / scale) ** 2 / (total * M(w) / scale) for n, w in zip(counts, weights))
        df = len(counts) - 1
        yield ({"counts": counts, "weights": weights},
               numbers(statistic=statistic, degrees_of_freedom=df,
                       p_value=mp.gammainc(M(df) / 2, statistic / 2, mp.inf, regularized=True)))


@vectors(f"definitions with {MPMATH}, 50 digits", relative=1e-12)
def adjust_p_values(rng):
    for m, method in itertools.product((1, 2, 40), ("bonferroni", "holm", "hochberg", "benjamini_hochberg", "benjamini_yekutieli")):
        given = [float(10 ** rng.uniform(-300, 0)) if i % 3 else [1.0, 0.0, 0.04, 0.04][i // 3 % 4] for i in range(m)]
        p, order = [M(x) for x in given], sorted(range(m), key=lambda i: given[i])
        harmonic = sum(M(1) / i for i in range(1, m + 1))
        adjusted, running = [min(M(1), m * x) for x in p], M(0)
        if method == "holm":
            for rank, i in enumerate(order):
                running = adjusted[i] = max(running, min(M(1), (m - rank) * p[i]))
        elif method != "bonferroni":
            running = M(1)
            for rank, i in reversed(list(enumerate(order))):
                factor = {"hochberg": M(m - rank), "benjamini_hochberg": M(m) / (rank + 1)}.get(method, harmonic * m / (rank + 1))
                running = adjusted[i] = min(running, factor * p[i])
        yield {"p_values": given, "method": method}, numbers(adjusted=adjusted)


PLANS = list(itertools.product([(0.05, 0.0525), (1e-9, 2e-9), (0.5, 0.500001), (0, 1e-4), (1 - 1e-9, 1), (0.9, 0.1)],
                               [(0.05, 0.8), (1e-12, 0.999999), (0.2, 0.5)]))


def plan_parts(control, treatment, level):
    c, t = M(control), M(treatment)
    return (upper_quantile(M(level) / 2), mp.sqrt((c + t) * ((1 - c) / 2 + (1 - t) / 2)), mp.sqrt(c * (1 - c) + t * (1 - t)),
            abs(t - c))


@vectors(f"closed form with {MPMATH}, 50 digits", relative=1e-9)
def sample_size_proportions(_):
    for (c, t), (level, power) in PLANS:
        z, null, effect, difference = plan_parts(c, t, level)
        yield ({"control_rate": c, "treatment_rate": t, "significance_level": level, "power": power, "alternative": "two-sided"},
               numbers(n_per_arm=((z * null - upper_quantile(power) * effect) / difference) ** 2))


@vectors(f"closed form with {MPMATH}, 50 digits", relative=1e-9, absolute=0)
def power_proportions(_):
    for i, ((c, t), (level, _)) in enumerate(PLANS):
        z, null, effect, difference = plan_parts(c, t, level)
        n = [1, 1000, 10 ** 12][i % 3]
        power = normal_tail((z * null - mp.sqrt(n) * difference) / effect)
        if power > M("1e-290"):
            yield ({"control_rate": c, "treatment_rate": t, "significance_level": level, "n_per_arm": n, "alternative": "two-sided"},
                   numbers(power=power))


@vectors(f"root of the power's equation by bisection, {MPMATH}, 50 digits", relative=1e-9, absolute=0)
def minimum_detectable_effect_proportions(_):
    for c, n, (level, power) in itertools.product((0.05, 1e-9, 0, 0.5), (10 ** 4, 10 ** 12, 10 ** 15), [(0.05, 0.8), (1e-12, 0.999999)]):
        def excess(size):
            z, null, effect, _ = plan_parts(M(c), M(c) + size, level)
            return mp.sqrt(n) * size - z * null + upper_quantile(power) * effect
        low, high = M(10) ** -60, 1 - M(c)
        if excess(high) < 0:
            continue
        for _ in range(300):
            middle = mp.sqrt(low * high)
            low, high = (middle, high) if excess(middle) < 0 else (low, middle)
        yield ({"control_rate": c, "n_per_arm": n, "significance_level": level, "power": power, "alternative": "two-sided"},
               numbers(treatment_rate=M(c) + low))


@vectors(f"closed forms with {MPMATH}, 50 digits", relative=1e-9, absolute=1e-300)
def normal_posterior(_):
    for estimate, error, mean, deviation in [(0.05, 0.001, 0, 0.1), (3, 1e-3, 0, 1e3), (1e-200, 1e-201, 0, 1e-200), (1e150, 1e149, -1e150, 1e155),
                                             (0.3, 0.01, -0.3, 0.01), (37, 1, 0, 1e8), (-1e-6, 1, 0.2, 1e-6)]:
        for confidence in (0.95, 1 - 1e-12):
            weight = M(deviation) ** 2 / (M(deviation) ** 2 + M(error) ** 2)
            centre, spread = weight * M(estimate) + (1 - weight) * M(mean), mp.sqrt(weight) * M(error)
            z, half = centre / spread, two_sided_quantile(confidence) * spread
            yield ({"estimate": estimate, "standard_error": error, "prior": {"mean": mean, "standard_deviation": deviation}, "confidence": confidence},
                   numbers(posterior_mean=centre, posterior_standard_deviation=spread, probability_positive=normal_tail(-z),
                           lower=centre - half, upper=centre + half, expected_loss_treatment=spread * (normal_density(z) - z * normal_tail(z)),
                           expected_loss_control=spread * (normal_density(z) + z * normal_tail(-z))))


@vectors(f"the likelihood ratio with {MPMATH}, 50 digits", relative=1e-9)
def mixture_sprt(_):
    for estimate, error, deviation in [(1, 0.03, 0.5), (1e-200, 1e-201, 1e-200), (36, 1, 1e8), (1e150, 1e151, 1e150), (0.3, 0.1, 1e-9), (-5, 0.2, 4)]:
        v, tau = M(error) ** 2, M(deviation) ** 2
        ratio = mp.sqrt(v / (v + tau)) * mp.exp(M(estimate) ** 2 * tau / (2 * v * (v + tau)))
        yield ({"estimate": estimate, "standard_error": error, "mixing_standard_deviation": deviation}, numbers(p_value=min(M(1), 1 / ratio)))


def better(a, b, c, d):
    """P(Beta(c, d) > Beta(a, b)), c whole: a finite sum."""
    log_beta = lambda x, y: mp.loggamma(M(x)) + mp.loggamma(M(y)) - mp.loggamma(M(x) + y)
    return mp.fsum(mp.exp(log_beta(a + j, b + d) - mp.log(d + j) - log_beta(1 + j, d) - log_beta(a, b)) for j in range(c))


@vectors(f"finite sums of beta functions with {MPMATH}, 300 digits", relative=1e-8, absolute=1e-300)
def beta_binomial_comparison(_):
    with mp.workdps(300):
        for c, t, alpha, beta in [((0, 0), (0, 0), 1, 1), ((0, 0), (1, 1), 1, 1), ((2000, 0), (3000, 900), 1, 1), ((200, 200), (300, 20), 1, 3),
                                  ((10, 3), (10 ** 9, 500), 2, 5), ((10 ** 6, 100), (10 ** 6, 1), 1, 1), ((1, 1), (1, 0), 5, 100), ((1000, 5), (10 ** 12, 10), 1, 1), ((10 ** 6, 400), (10 ** 6, 1300), 1, 1), ((10 ** 9, 300), (10 ** 9, 380), 1, 1)]:
            a, b, d, e = alpha + c[1], beta + c[0] - c[1], alpha + t[1], beta + t[0] - t[1]
            mean_c, mean_t = M(a) / (a + b), M(d) / (d + e)
            gain = mean_t * better(a, b, d + 1, e) - mean_c * better(a + 1, b, d, e)
            yield ({"control": {"n": c[0], "x": c[1]}, "treatment": {"n": t[0], "x": t[1]}, "prior": {"alpha": alpha, "beta": beta}},
                   numbers(probability_treatment_better=better(a, b, d, e), expected_loss_control=gain, expected_loss_treatment=gain - mean_t + mean_c))


@vectors(f"finite sums of beta functions with {MPMATH}, 300 digits", relative=1e-8, absolute=1e-300)
def probability_best(_):
    with mp.workdps(300):
        for c, t in [((0, 0), (0, 0)), ((10, 3), (10 ** 9, 500)), ((2000, 0), (3000, 900)), ((10 ** 6, 400), (10 ** 6, 1300)), ((1000, 5), (10 ** 12, 10)), ((1, 1), (1, 0))]:
            p = better(1 + c[1], 1 + c[0] - c[1], 1 + t[1], 1 + t[0] - t[1])
            q = better(1 + t[1], 1 + t[0] - t[1], 1 + c[1], 1 + c[0] - c[1])
            yield ({"arms": [{"n": c[0], "x": c[1]}, {"n": t[0], "x": t[1]}], "prior": {"alpha": 1, "beta": 1}}, numbers(probability_best=[q, p]))


def spent(family, total, rate, gamma):
    total, rate = M(total), M(rate)
    if family == "obrien_fleming":
        return 2 * normal_tail(upper_quantile(total / 2) / mp.sqrt(rate))
    if family == "pocock":
        return total * mp.log1p((mp.e - 1) * rate)
    if family == "kim_demets":
        return total * rate ** M(gamma)
    return total * rate if gamma == 0 else total * mp.expm1(-M(gamma) * rate) / mp.expm1(-M(gamma))


def log_sum(values, axis=None):
    largest = values.max(axis=axis, keepdims=True)
    return np.squeeze(largest, axis=axis) + np.log(np.exp(values - largest).sum(axis=axis))


class Density:
    """Of Brownian motion at a look, where it has not crossed a bound: Gauss-Legendre panels, as logarithms."""

    def __init__(self):
        self.x, self.log, self.information = np.zeros(1), np.zeros(1), 0.0

    def log_exit(self, information, bound, drift=0.0):
        step = information - self.information
        return float(log_sum(self.log + scipy.special.log_ndtr((self.x + drift * step - bound * math.sqrt(information)) / math.sqrt(step))))

    def bound(self, information, log_probability):
        low, high = -10.0, 60.0
        for _ in range(100):
            middle = (low + high) / 2
            low, high = (middle, high) if self.log_exit(information, middle) > log_probability else (low, middle)
        return low

    def take(self, information, bound, following, drift=0.0):
        step = information - self.information
        top, bottom = bound * math.sqrt(information), -12 * math.sqrt(information)
        width = 0.35 * math.sqrt(min(step, following - information, information))
        count = int((top - bottom) / width) + 1
        nodes, weights = np.polynomial.legendre.leggauss(10)
        edges, half = np.linspace(bottom, top, count + 1), (top - bottom) / count / 2
        x = (edges[:-1, None] + half * (1 + nodes)).ravel()
        log = np.concatenate([log_sum(self.log - (part[:, None] - self.x - drift * step) ** 2 / (2 * step), axis=1) for part in np.array_split(x, len(x) // 500 + 1)])
        self.x, self.log, self.information = x, log - 0.5 * math.log(2 * math.pi * step) + np.log(np.tile(half * weights, count)), information


@vectors(f"recursive integration of the density on Gauss-Legendre panels with {NUMPY}, {SCIPY} log_ndtr; alpha spent with {MPMATH}", relative=1e-8)
def group_sequential_bounds(_):
    rates = [[1.0], [0.02, 1.0], [0.5, 0.51, 1.0], [k / 20 for k in range(1, 21)], [0.01 * k for k in range(1, 12)] + [0.97, 1.0],
             [0.05, 0.052, 0.2, 0.21, 0.22, 0.5, 0.9, 0.902, 0.904, 1.0]]
    families = [("obrien_fleming", None), ("pocock", None), ("kim_demets", 3), ("hwang_shih_decani", -4), ("hwang_shih_decani", 2), ("kim_demets", 0.5)]
    for i, looks in enumerate(rates):
        for j, alpha in enumerate((0.025, 1e-12)):
            family, gamma = families[(i + 3 * j) % 6]
            density, bounds, cumulative = Density(), [], []
            for k, rate in enumerate(looks):
                cumulative.append(spent(family, alpha, rate, gamma))
                bounds.append(density.bound(rate, float(mp.log(cumulative[-1] - (cumulative[-2] if k else 0)))))
                if k + 1 < len(looks):
                    density.take(rate, bounds[-1], looks[k + 1])
            yield ({"information_rates": looks, "alpha": alpha, "spending": family, **({} if gamma is None else {"gamma": gamma})},
                   numbers(critical_values=bounds, cumulative_alpha=cumulative))


@vectors(f"recursive integration of the density under the drift on Gauss-Legendre panels with {NUMPY}, {SCIPY} log_ndtr", relative=1e-8)
def power_group_sequential(_):
    designs = [([1.0], "pocock"), ([0.5, 1.0], "obrien_fleming"), ([0.2, 0.4, 0.6, 0.8, 1.0], "pocock"), ([k / 12 for k in range(1, 13)], "obrien_fleming"),
               ([0.1, 0.11, 0.9, 1.0], "obrien_fleming")]
    for i, (looks, family) in enumerate(designs):
        for j, (level, alternative) in enumerate([(0.05, "two-sided"), (0.025, "greater"), (1e-9, "less")]):
            drift, variance, n = [2.8, 0.5, 7, -0.4][(i + j) % 4], [1.0, 30.0, 1e-4][j], [1000, 50, 10 ** 8][(i + j) % 3]
            difference = drift * math.sqrt(2 * variance / n) * (-1 if alternative == "less" else 1)
            sized = (abs(M(difference)) if alternative == "two-sided" else M(difference) * (-1 if alternative == "less" else 1)) / mp.sqrt(2 * M(variance) / n)
            alpha = level / 2 if alternative == "two-sided" else level
            plain, driven, stops, before = Density(), Density(), [], M(0)
            for k, rate in enumerate(looks):
                cumulative = spent(family, alpha, rate, None)
                bound, before = plain.bound(rate, float(mp.log(cumulative - before))), cumulative
                stops.append(math.exp(driven.log_exit(rate, bound, float(sized))))
                if k + 1 < len(looks):
                    plain.take(rate, bound, looks[k + 1])
                    driven.take(rate, bound, looks[k + 1], float(sized))
            yield ({"difference": difference, "variance": variance, "n_per_arm": n, "information_rates": looks, "spending": family,
                    "significance_level": level, "alternative": alternative},
                   numbers(power=sum(stops), expected_n_per_arm=n * (1 - sum(p * (1 - rate) for p, rate in zip(stops, looks))), stopping_probabilities=stops))


if __name__ == "__main__":
    main(sys.argv[1:])
