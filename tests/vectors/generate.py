#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the vectors of this folder: python3 generate.py [function ...]

Every expected number comes from numpy, scipy, statsmodels, mpmath or R, never from the kernel that the vectors test.
Intervals are found as roots of their defining equation, variances by gradient and covariance matrix or from raw units,
so that a closed form in the kernel has no twin here. Needs the distribution's python3-scipy, python3-statsmodels,
python3-mpmath, r-base-core and r-cran-rpact.
"""
import json
import math
import pathlib
import subprocess
import sys

import mpmath as mp
import numpy as np
import scipy
import scipy.optimize
import scipy.stats as st
import statsmodels
from scipy.stats import mstats
from statsmodels.stats import power as smpower
from statsmodels.stats.weightstats import ttost_ind

HERE = pathlib.Path(__file__).parent
SCIPY = f"scipy {scipy.__version__}"
NUMPY = f"numpy {np.__version__}"
STATSMODELS = f"statsmodels {statsmodels.__version__}"
MPMATH = f"mpmath {mp.__version__}"
CONFIDENCES = [0.8, 0.9, 0.95, 0.99, 0.999]
ALTERNATIVES = ["two-sided", "less", "greater"]
FUNCTIONS = {}
mp.mp.dps = 40


def vectors(reference, relative=1e-8, absolute=1e-12, seed=1):
    """Registers a generator of (input, expected) pairs under its own name."""
    def register(function):
        FUNCTIONS[function.__name__] = (function, reference, {"relative": relative, "absolute": absolute}, seed)
        return function
    return register


def arm(values):
    return {"n": len(values), "mean": float(np.mean(values)), "variance": float(np.var(values, ddof=1))}


def spread(rng):
    """Sizes over several orders of magnitude."""
    return int(10 ** rng.uniform(0.9, 5))


def sample(rng, centre=None):
    mean = centre if centre is not None else float(rng.choice([-1, 1]) * 10 ** rng.uniform(-1, 3))
    return {"n": spread(rng), "mean": float(mean * rng.uniform(0.9, 1.1)), "variance": float((mean * 10 ** rng.uniform(-1, 0.5)) ** 2)}


def pair(rng):
    control = sample(rng)
    return control, sample(rng, control["mean"])


def sampling(a):
    return mp.mpf(a["variance"]) / a["n"]


def normal_quantile(confidence):
    tail = (1 - mp.mpf(confidence)) / 2
    return mp.findroot(lambda z: mp.log(mp.erfc(z / mp.sqrt(2)) / 2) - mp.log(tail), st.norm.isf(float(tail)))


def two_sided(z):
    return mp.erfc(abs(z) / mp.sqrt(2))


def inverted(control, treatment, vc, vt, cov, critical):
    """All L with |t - (1+L) c| <= critical * its standard error, by bisection outwards from the estimate."""
    if abs(control) <= critical * mp.sqrt(vc):
        return {"bounded": False}
    def excess(lift):
        factor = 1 + lift
        return abs(treatment - factor * control) - critical * mp.sqrt(vt + factor ** 2 * vc - 2 * factor * cov)
    centre = treatment / control - 1
    ends = []
    for sign in (-1, 1):
        step = mp.sqrt(vt + vc) / abs(control) / 1000
        while excess(centre + sign * step) < 0:
            step *= 2
        inside, outside = centre, centre + sign * step
        for _ in range(130):
            middle = (inside + outside) / 2
            if excess(middle) < 0:
                inside = middle
            else:
                outside = middle
        ends.append(float(inside))
    return {"bounded": True, "lower": ends[0], "upper": ends[1]}


def relative(control, treatment, vc, vt, cov, critical, p_value):
    gradient = mp.matrix([-treatment / control ** 2, 1 / control])
    covariance = mp.matrix([[vc, cov], [cov, vt]])
    error = mp.sqrt((gradient.T * covariance * gradient)[0])
    return {"estimate": float(treatment / control - 1), "standard_error": float(error), "p_value": float(p_value),
            **inverted(control, treatment, vc, vt, cov, critical)}


def strata_of(rng, count):
    centre = float(10 ** rng.uniform(-1, 2))
    return [{"control": sample(rng, centre * rng.uniform(0.5, 2)), "treatment": sample(rng, centre * rng.uniform(0.5, 2))}
            for _ in range(count)]


def stratified(strata):
    weights = [mp.mpf(s["control"]["n"] + s["treatment"]["n"]) for s in strata]
    weights = [w / sum(weights) for w in weights]
    means, variances, denominator = {}, {}, mp.mpf(0)
    for name in ("control", "treatment"):
        means[name] = sum(w * mp.mpf(s[name]["mean"]) for w, s in zip(weights, strata))
        variances[name] = sum(w ** 2 * sampling(s[name]) for w, s in zip(weights, strata))
        denominator += sum((w ** 2 * sampling(s[name])) ** 2 / (s[name]["n"] - 1) for w, s in zip(weights, strata))
    total = variances["control"] + variances["treatment"]
    return means, variances, total ** 2 / denominator


@vectors(f"weighted sums with {MPMATH}, weights the strata's shares of units, Satterthwaite degrees of freedom; {SCIPY} t")
def stratified_difference(rng):
    for i in range(24):
        strata = strata_of(rng, 1 + i % 4)
        confidence, alternative = CONFIDENCES[i % 5], ALTERNATIVES[i % 3]
        means, variances, df = stratified(strata)
        estimate = means["treatment"] - means["control"]
        error = mp.sqrt(variances["control"] + variances["treatment"])
        t, df = float(estimate / error), float(df)
        p = {"two-sided": 2 * st.t.sf(abs(t), df), "less": st.t.cdf(t, df), "greater": st.t.sf(t, df)}[alternative]
        half = float(error) * st.t.isf((1 - confidence) / 2, df)
        yield ({"strata": strata, "alternative": alternative, "confidence": confidence},
               {"estimate": float(estimate), "standard_error": float(error), "statistic": t, "degrees_of_freedom": df,
                "p_value": p, "lower": float(estimate) - half, "upper": float(estimate) + half})


@vectors(f"the same relative to the stratified control mean: interval by bisection of the inverted t test, {MPMATH}; {SCIPY} t")
def stratified_relative_difference(rng):
    for i in range(16):
        strata = strata_of(rng, 1 + i % 4)
        confidence = CONFIDENCES[i % 5]
        means, variances, df = stratified(strata)
        t = (means["treatment"] - means["control"]) / mp.sqrt(variances["control"] + variances["treatment"])
        yield ({"strata": strata, "confidence": confidence},
               relative(means["control"], means["treatment"], variances["control"], variances["treatment"], 0,
                        st.t.isf((1 - confidence) / 2, float(df)), 2 * st.t.sf(abs(float(t)), float(df))))


def ratio_units(rng, n, scale):
    """Raw units: denominators are counts, numerators depend on them."""
    denominator = 1 + rng.poisson(3, n)
    return scale * denominator * rng.gamma(2, 0.5, n), denominator.astype(float)


def ratio_arm(numerator, denominator):
    return {"n": len(numerator),
            "numerator": {"mean": float(np.mean(numerator)), "variance": float(np.var(numerator, ddof=1))},
            "denominator": {"mean": float(np.mean(denominator)), "variance": float(np.var(denominator, ddof=1))},
            "covariance": float(np.cov(numerator, denominator)[0, 1])}


def ratio_estimate(a):
    """Ratio and variance by gradient and covariance matrix."""
    num, den = mp.mpf(a["numerator"]["mean"]), mp.mpf(a["denominator"]["mean"])
    gradient = mp.matrix([1 / den, -num / den ** 2])
    covariance = mp.matrix([[a["numerator"]["variance"], a["covariance"]], [a["covariance"], a["denominator"]["variance"]]])
    return num / den, (gradient.T * covariance * gradient)[0] / a["n"]


def ratio_pair(rng):
    scale = 10 ** rng.uniform(-1, 2)
    return [ratio_arm(*ratio_units(rng, int(10 ** rng.uniform(1.5, 3.5)), scale * rng.uniform(0.9, 1.1))) for _ in range(2)]


@vectors(f"delta method by gradient and covariance matrix per stratum, weights the strata's shares of units, {MPMATH}")
def stratified_ratio_difference(rng):
    for i in range(12):
        strata = [dict(zip(("control", "treatment"), ratio_pair(rng))) for _ in range(1 + i % 3)]
        confidence = CONFIDENCES[i % 5]
        weights = [mp.mpf(s["control"]["n"] + s["treatment"]["n"]) for s in strata]
        weights = [w / sum(weights) for w in weights]
        ratios = {k: sum(w * ratio_estimate(s[k])[0] for w, s in zip(weights, strata)) for k in ("control", "treatment")}
        error = mp.sqrt(sum(w ** 2 * (ratio_estimate(s["control"])[1] + ratio_estimate(s["treatment"])[1])
                            for w, s in zip(weights, strata)))
        estimate = ratios["treatment"] - ratios["control"]
        half = normal_quantile(confidence) * error
        yield ({"strata": strata, "confidence": confidence},
               {"control_ratio": float(ratios["control"]), "treatment_ratio": float(ratios["treatment"]),
                "estimate": float(estimate), "standard_error": float(error), "p_value": float(two_sided(estimate / error)),
                "lower": float(estimate - half), "upper": float(estimate + half)})


@vectors(f"delta method by gradient and covariance matrix, interval by bisection of the inverted z test, {MPMATH}")
def relative_ratio_lift(rng):
    for i in range(12):
        control, treatment = ratio_pair(rng)
        confidence = CONFIDENCES[i % 5]
        (rc, vc), (rt, vt) = ratio_estimate(control), ratio_estimate(treatment)
        yield ({"control": control, "treatment": treatment, "confidence": confidence},
               relative(rc, rt, vc, vt, 0, normal_quantile(confidence), two_sided((rt - rc) / mp.sqrt(vc + vt))))


def cuped_arm(rng, n, centre):
    x = rng.gamma(4, centre / 4, n)
    y = rng.uniform(0.2, 1) * x + rng.normal(centre, centre * 0.4, n)
    return y, x


@vectors(f"raw units with {NUMPY}: covariance matrix of the four means, gradient of the two adjusted means at the pooled "
         f"theta, interval by bisection of the inverted t test; {SCIPY} t", relative=1e-7)
def relative_cuped(rng):
    for i in range(16):
        centre = float(10 ** rng.uniform(-1, 2))
        (yc, xc), (yt, xt) = [cuped_arm(rng, int(10 ** rng.uniform(1.5, 3.3)), centre) for _ in range(2)]
        nc, nt = len(yc), len(yt)
        confidence = CONFIDENCES[i % 5]
        within = lambda u, v: np.dot(u - u.mean(), v - v.mean())
        theta = (within(yc, xc) + within(yt, xt)) / (within(xc, xc) + within(xt, xt))
        covariance = np.zeros((4, 4))
        covariance[:2, :2] = np.cov(yc, xc) / nc
        covariance[2:, 2:] = np.cov(yt, xt) / nt
        share = nc / (nc + nt)  # the covariate's mean over all units is share * x_c + (1 - share) * x_t
        gradient = np.array([[1, -theta * (1 - share), 0, theta * (1 - share)], [0, theta * share, 1, -theta * share]])
        (vc, cov), (_, vt) = gradient @ covariance @ gradient.T
        everyone = np.concatenate([xc, xt]).mean()
        adjusted = [yc - theta * (xc - everyone), yt - theta * (xt - everyone)]
        parts = [a.var(ddof=1) / len(a) for a in adjusted]
        df = sum(parts) ** 2 / sum(p ** 2 / (len(a) - 1) for p, a in zip(parts, adjusted))
        means = [mp.mpf(float(a.mean())) for a in adjusted]
        t = float(means[1] - means[0]) / math.sqrt(sum(parts))
        yield ({name: {**arm(y), "covariate": {"mean": float(x.mean()), "variance": float(x.var(ddof=1))},
                       "covariance": float(np.cov(y, x)[0, 1])} for name, y, x in (("control", yc, xc), ("treatment", yt, xt))}
               | {"confidence": confidence},
               relative(*means, mp.mpf(float(vc)), mp.mpf(float(vt)), mp.mpf(float(cov)),
                        st.t.isf((1 - confidence) / 2, df), 2 * st.t.sf(abs(t), df)))


@vectors(f"raw units with {NUMPY}: linearised values of each arm less theta times the covariate; {SCIPY} norm", relative=1e-7)
def ratio_cuped(rng):
    for i in range(12):
        scale = 10 ** rng.uniform(-1, 2)
        raw, confidence = {}, CONFIDENCES[i % 5]
        for name in ("control", "treatment"):
            n = int(10 ** rng.uniform(1.5, 3.3))
            numerator, denominator = ratio_units(rng, n, scale)
            raw[name] = (numerator, denominator, numerator / denominator + rng.normal(5, scale, n))
        lines, covariates = {}, {}
        for name, (numerator, denominator, x) in raw.items():
            ratio = numerator.mean() / denominator.mean()
            lines[name] = ratio + (numerator - ratio * denominator) / denominator.mean()
            covariates[name] = x
        within = lambda u, v: np.dot(u - u.mean(), v - v.mean())
        theta = sum(within(lines[k], covariates[k]) for k in raw) / sum(within(covariates[k], covariates[k]) for k in raw)
        everyone = np.concatenate(list(covariates.values())).mean()
        adjusted = {k: lines[k] - theta * (covariates[k] - everyone) for k in raw}
        estimate = adjusted["treatment"].mean() - adjusted["control"].mean()
        error = math.sqrt(sum(a.var(ddof=1) / len(a) for a in adjusted.values()))
        half = st.norm.isf((1 - confidence) / 2) * error
        inputs = {}
        for name, (numerator, denominator, x) in raw.items():
            inputs[name] = {**ratio_arm(numerator, denominator),
                            "covariate": {"mean": float(x.mean()), "variance": float(x.var(ddof=1)),
                                          "numerator_covariance": float(np.cov(numerator, x)[0, 1]),
                                          "denominator_covariance": float(np.cov(denominator, x)[0, 1])}}
        yield (inputs | {"confidence": confidence},
               {"theta": float(theta), "control_ratio": float(adjusted["control"].mean()),
                "treatment_ratio": float(adjusted["treatment"].mean()), "estimate": float(estimate), "standard_error": error,
                "p_value": 2 * st.norm.sf(abs(estimate / error)), "lower": estimate - half, "upper": estimate + half})


def sequence_critical(units, level, tuning):
    l = -2 * mp.log(mp.mpf(level))
    y = units * (l + mp.log(1 + l)) / mp.mpf(tuning)
    return mp.sqrt((y + 1) / y * mp.log((y + 1) / mp.mpf(level) ** 2)), y


@vectors(f"asymptotic confidence sequence of mean_t - (1 + L) mean_c, its set of L by bisection, {MPMATH}")
def relative_confidence_sequence(rng):
    for i in range(16):
        control, treatment = pair(rng)
        level, tuning = [0.1, 0.05, 0.01][i % 3], [500, 5000, 50000][i % 3]
        critical, y = sequence_critical(control["n"] + treatment["n"], level, tuning)
        c, t, vc, vt = mp.mpf(control["mean"]), mp.mpf(treatment["mean"]), sampling(control), sampling(treatment)
        z = (t - c) / mp.sqrt(vc + vt)
        yield ({"control": control, "treatment": treatment, "significance_level": level, "tuning_sample_size": tuning},
               {"estimate": float(t / c - 1), "p_value": float(min(1, mp.sqrt(y + 1) * mp.exp(-z ** 2 / 2 * y / (y + 1)))),
                **inverted(c, t, vc, vt, 0, critical)})


@vectors(f"{SCIPY} ttest_ind_from_stats(equal_var=False) against the control scaled to the margin")
def relative_non_inferiority_test(rng):
    for i in range(24):
        control, treatment = pair(rng)
        margin, direction = float(rng.uniform(0, 0.3)), ["increase", "decrease"][i % 2]
        towards = -1 if direction == "increase" else 1
        factor = 1 + towards * margin * (1 if control["mean"] > 0 else -1)
        test = st.ttest_ind_from_stats(treatment["mean"], math.sqrt(treatment["variance"]), treatment["n"], factor * control["mean"],
                                       abs(factor) * math.sqrt(control["variance"]), control["n"], equal_var=False,
                                       alternative="greater" if direction == "increase" else "less")
        yield ({"control": control, "treatment": treatment, "margin": margin, "direction": direction},
               {"statistic": float(test.statistic), "p_value": float(test.pvalue)})


@vectors(f"{STATSMODELS} ttost_ind(usevar='unequal') on raw units", relative=1e-7)
def equivalence_test(rng):
    for _ in range(12):
        centre = float(10 ** rng.uniform(-1, 2))
        control, treatment = [rng.normal(centre, centre * rng.uniform(0.2, 1), int(10 ** rng.uniform(1, 3))) for _ in range(2)]
        margin = float(centre * rng.uniform(0.02, 0.4))
        p, lower, upper = ttost_ind(treatment, control, -margin, 1.5 * margin, usevar="unequal")
        yield ({"control": arm(control), "treatment": arm(treatment), "lower_margin": -margin, "upper_margin": 1.5 * margin},
               {"p_value": float(p), "p_value_lower": float(lower[1]), "p_value_upper": float(upper[1])})


@vectors(f"{SCIPY} t and norm at the level of each interval")
def simultaneous_intervals(rng):
    for i in range(16):
        m, confidence, method = 1 + i % 6, CONFIDENCES[i % 5], ["bonferroni", "sidak"][i % 2]
        estimates, errors = rng.normal(0, 3, m), 10 ** rng.uniform(-2, 1, m)
        degrees = rng.uniform(3, 1000, m)
        miss = (1 - confidence) / m if method == "bonferroni" else 1 - confidence ** (1 / m)
        quantiles = st.t.isf(miss / 2, degrees) if i % 4 < 2 else np.full(m, st.norm.isf(miss / 2))
        yield ({"estimates": estimates.tolist(), "standard_errors": errors.tolist(), "confidence": confidence, "method": method}
               | ({"degrees_of_freedom": degrees.tolist()} if i % 4 < 2 else {}),
               {"lower": (estimates - quantiles * errors).tolist(), "upper": (estimates + quantiles * errors).tolist()})


@vectors(f"Lindon and Malek 2022, Dirichlet prior around the weights: log-gamma functions with {MPMATH}")
def anytime_sample_ratio_test(rng):
    for i in range(24):
        arms = 2 + i % 4
        weights = rng.dirichlet(np.full(arms, 4.0))
        truth = weights * np.exp(rng.normal(0, [0, 0.02, 0.2][i % 3], arms))
        counts = rng.multinomial(int(10 ** rng.uniform(0.5, 8)), truth / truth.sum())
        concentration = [1, 100, 10000][i % 3]
        share = [mp.mpf(float(w)) for w in weights]
        share = [w / sum(share) for w in share]
        prior = [concentration * w for w in share]
        log = mp.loggamma(sum(prior)) - mp.loggamma(sum(prior) + int(counts.sum()))
        for c, a, w in zip(counts, prior, share):
            log += mp.loggamma(a + int(c)) - mp.loggamma(a) - int(c) * mp.log(w)
        yield ({"counts": counts.tolist(), "weights": weights.tolist(), "concentration": concentration},
               {"log_bayes_factor": float(log), "p_value": float(min(1, mp.exp(-log)))})


@vectors(f"order statistics of sorted raw units with {NUMPY}, {SCIPY} norm")
def quantile_effect(rng):
    for i in range(8):
        quantile, confidence = [0.5, 0.75, 0.9, 0.25][i % 4], [0.9, 0.95][i % 2]
        z = st.norm.isf((1 - confidence) / 2)
        values = {k: np.round(rng.lognormal(0, 1, int(rng.integers(60, 160))), 4) for k in ("control", "treatment")}
        points, errors = {}, {}
        for name, v in values.items():
            v, n = np.sort(v), len(v)
            half = z * math.sqrt(n * quantile * (1 - quantile))
            points[name] = v[math.ceil(n * quantile) - 1]
            errors[name] = (v[math.ceil(n * quantile + half) - 1] - v[math.floor(n * quantile - half) - 1]) / (2 * z)
        estimate = points["treatment"] - points["control"]
        error = math.hypot(*errors.values())
        yield ({k: v.tolist() for k, v in values.items()} | {"quantile": quantile, "confidence": confidence},
               {"control_quantile": float(points["control"]), "treatment_quantile": float(points["treatment"]),
                "estimate": float(estimate), "standard_error": error, "p_value": 2 * st.norm.sf(abs(estimate / error)),
                "lower": estimate - z * error, "upper": estimate + z * error})


@vectors(f"{SCIPY} mstats.winsorize, moments with {NUMPY}")
def winsorise(rng):
    for i in range(10):
        values = np.round(rng.lognormal(0, 1.5, int(rng.integers(5, 120))), 4)
        lower, upper = [0.0, 0.01, 0.05, 0.2][i % 4], [0.01, 0.1, 0.25, 0.0][(i + i // 4) % 4]
        capped = np.asarray(mstats.winsorize(values, limits=(lower, upper)))
        yield ({"values": values.tolist(), "lower_share": lower, "upper_share": upper},
               {"mean": float(capped.mean()), "variance": float(capped.var(ddof=1)), "lower_cap": float(capped.min()),
                "upper_cap": float(capped.max())})


def targets(rng, count):
    for i in range(count):
        yield i, {"significance_level": [0.05, 0.01, 0.1][i % 3], "alternative": ["two-sided", "greater"][i % 2]}, \
            [0.8, 0.9, 0.95][i % 3]


def one_side(target):
    return target["significance_level"] / (2 if target["alternative"] == "two-sided" else 1)


def deviations(variance):
    return {"std_null": math.sqrt(variance), "std_alternative": math.sqrt(variance)}


@vectors(f"{STATSMODELS} normal_sample_size_one_tail with the variance of linearised units by gradient and matrix")
def sample_size_ratio(rng):
    for i, target, power in targets(rng, 12):
        past = ratio_pair(rng)[0]
        ratio, variance = ratio_estimate(past)
        difference = float(ratio * rng.uniform(0.01, 0.2))
        n = smpower.normal_sample_size_one_tail(difference, power, one_side(target),
                                                **deviations(2 * float(variance) * past["n"]))
        yield {"past": past, "difference": difference, "power": power, **target}, {"n_per_arm": float(n)}


@vectors(f"{STATSMODELS} normal_power_het with the variance of linearised units by gradient and matrix")
def power_ratio(rng):
    for i, target, _ in targets(rng, 12):
        past = ratio_pair(rng)[0]
        ratio, variance = ratio_estimate(past)
        difference, n = float(ratio * rng.uniform(0.01, 0.2)), int(10 ** rng.uniform(1.5, 4))
        power = smpower.normal_power_het(difference, n, one_side(target), std_null=math.sqrt(2 * float(variance) * past["n"]),
                                         alternative="larger")
        yield {"past": past, "difference": difference, "n_per_arm": n, **target}, {"power": float(power)}


def r(lines):
    text = "options(digits = 17)\n" + "\n".join(lines)
    out = subprocess.run(["Rscript", "-e", text], check=True, capture_output=True, text=True).stdout
    return [[float(x) for x in line.split()] for line in out.splitlines() if line.strip()]


def r_version(package=None):
    call = f'cat(as.character(packageVersion("{package}")))' if package else "cat(as.character(getRversion()))"
    return subprocess.run(["Rscript", "-e", call], check=True, capture_output=True, text=True).stdout.strip()


@vectors("R {R} power.t.test(strict = TRUE) with sd * sqrt(1 - correlation^2)", relative=1e-6)
def sample_size_cuped(rng):
    inputs, lines = [], []
    for i, target, power in targets(rng, 12):
        one = {"difference": float(rng.uniform(0.05, 1)), "standard_deviation": float(rng.uniform(0.5, 3)),
               "correlation": float(rng.uniform(-0.95, 0.95)), "power": power, **target}
        inputs.append(one)
        lines.append("cat(power.t.test(delta=%r,sd=%r*sqrt(1-(%r)^2),sig.level=%r,power=%r,alternative='%s',strict=TRUE,tol=1e-12)$n,'\\n')"
                     % (one["difference"], one["standard_deviation"], one["correlation"], target["significance_level"], power,
                        "two.sided" if target["alternative"] == "two-sided" else "one.sided"))
    yield from zip(inputs, ({"n_per_arm": row[0]} for row in r(lines)))


@vectors("R {R} power.t.test(strict = TRUE) with sd * sqrt(1 - correlation^2)", relative=1e-6, absolute=1e-9)
def power_cuped(rng):
    inputs, lines = [], []
    for i, target, _ in targets(rng, 12):
        one = {"difference": float(rng.uniform(0.05, 1)), "standard_deviation": float(rng.uniform(0.5, 3)),
               "correlation": float(rng.uniform(-0.95, 0.95)), "n_per_arm": int(10 ** rng.uniform(0.7, 2.5)), **target}
        inputs.append(one)
        lines.append("cat(power.t.test(n=%r,delta=%r,sd=%r*sqrt(1-(%r)^2),sig.level=%r,alternative='%s',strict=TRUE)$power,'\\n')"
                     % (one["n_per_arm"], one["difference"], one["standard_deviation"], one["correlation"],
                        target["significance_level"], "two.sided" if target["alternative"] == "two-sided" else "one.sided"))
    yield from zip(inputs, ({"power": row[0]} for row in r(lines)))


@vectors("R rpact {rpact} getDesignCharacteristics: inflationFactor and averageSampleNumber1, times the z test's size",
         relative=1e-5, absolute=1e-8)
def sample_size_group_sequential(rng):
    inputs, lines, fixed = [], ["suppressMessages(library(rpact))"], []
    for i, target, power in targets(rng, 12):
        looks = 2 + i % 4
        rates = [k / looks for k in range(1, looks)] + [1.0] if i % 3 else sorted(rng.uniform(0.15, 0.9, looks - 1).tolist()) + [1.0]
        spending = ["obrien_fleming", "pocock"][i % 2]
        one = {"difference": float(rng.uniform(0.05, 0.5)), "variance": float(rng.uniform(0.2, 4)), "information_rates": rates,
               "spending": spending, "power": power, **target}
        inputs.append(one)
        fixed.append(smpower.normal_sample_size_one_tail(one["difference"], power, one_side(target), **deviations(2 * one["variance"])))
        lines.append("d<-getDesignCharacteristics(getDesignGroupSequential(kMax=%d,informationRates=c(%s),alpha=%r,beta=%r,sided=1,"
                     "typeOfDesign='%s'));cat(d$inflationFactor,d$averageSampleNumber1,'\\n')"
                     % (looks, ",".join(map(repr, rates)), one_side(target), 1 - power, {"obrien_fleming": "asOF", "pocock": "asP"}[spending]))
    # averageSampleNumber1 is the expected size over the fixed one.
    yield from zip(inputs, ({"inflation_factor": row[0], "n_per_arm": row[0] * n, "expected_n_per_arm": row[1] * n}
                            for row, n in zip(r(lines), fixed)))


def always_valid(rng, i):
    return {"difference": float(10 ** rng.uniform(-2, 0)), "variance": float(rng.uniform(0.1, 2)),
            "significance_level": [0.05, 0.01, 0.1][i % 3], "tuning_sample_size": [500, 5000, 50000][i % 3]}


def sequence_power(one, n):
    critical, _ = sequence_critical(2 * n, one["significance_level"], one["tuning_sample_size"])
    return mp.erfc((critical - mp.mpf(one["difference"]) / mp.sqrt(2 * mp.mpf(one["variance"]) / n)) / mp.sqrt(2)) / 2


@vectors(f"power of the sequence at one look, {MPMATH}")
def power_always_valid(rng):
    for i in range(12):
        one = always_valid(rng, i)
        n = int(2 * one["variance"] / one["difference"] ** 2 * 10 ** rng.uniform(0.5, 1.5)) + 2
        yield one | {"n_per_arm": n}, {"power": float(sequence_power(one, mp.mpf(n)))}


@vectors(f"root of the power of the sequence at one look, {MPMATH}")
def sample_size_always_valid(rng):
    for i in range(12):
        one, power = always_valid(rng, i), [0.8, 0.9, 0.95][i % 3]
        low = high = mp.log(2 * one["variance"] / one["difference"] ** 2)
        while sequence_power(one, mp.exp(high)) < power:
            high += 1
        for _ in range(120):
            middle = (low + high) / 2
            low, high = (middle, high) if sequence_power(one, mp.exp(middle)) < power else (low, middle)
        yield one | {"power": power}, {"n_per_arm": float(mp.exp(low))}


@vectors(f"{SCIPY} norm, and the sequence's critical value with {MPMATH}")
def minimum_detectable_effect_over_time(rng):
    for i in range(8):
        one = always_valid(rng, i)
        del one["difference"]
        power, units = [0.8, 0.9][i % 2], np.cumsum(rng.integers(50, 2000, 14))
        errors = np.sqrt(2 * one["variance"] / units)
        critical = np.array([float(sequence_critical(2 * int(n), one["significance_level"], one["tuning_sample_size"])[0]) for n in units])
        yield (one | {"power": power, "n_per_arm": units.tolist()},
               {"fixed": ((st.norm.isf(one["significance_level"] / 2) + st.norm.isf(1 - power)) * errors).tolist(),
                "always_valid": ((critical + st.norm.isf(1 - power)) * errors).tolist()})


@vectors(f"numerical minimum of the sum of variances, {SCIPY} optimize.minimize(SLSQP)", relative=1e-5, absolute=1e-7)
def optimal_allocation(rng):
    for i in range(8):
        deviations = 10 ** rng.uniform(-0.5, 0.5, 2 + i % 5)
        treatments = len(deviations) - 1
        total = lambda s: treatments * deviations[0] ** 2 / s[0] + np.sum(deviations[1:] ** 2 / s[1:])
        gradient = lambda s: -np.concatenate([[treatments * deviations[0] ** 2], deviations[1:] ** 2]) / s ** 2
        start = np.full(len(deviations), 1 / len(deviations))
        best = scipy.optimize.minimize(total, start, jac=gradient, method="SLSQP", bounds=[(1e-6, 1)] * len(deviations),
                                       constraints={"type": "eq", "fun": lambda s: s.sum() - 1}, options={"ftol": 1e-16, "maxiter": 1000})
        yield {"standard_deviations": deviations.tolist()}, {"shares": best.x.tolist()}


@vectors(f"{SCIPY} norm")
def decision_power(rng):
    for i in range(10):
        level, guardrail_level = [0.05, 0.025][i % 2], [0.05, 0.025][i % 2]
        primary = {"difference": float(rng.uniform(0.5, 4)), "standard_error": float(rng.uniform(0.5, 1.2))}
        guardrails = [{"difference": float(rng.uniform(-0.2, 0.5)), "standard_error": float(rng.uniform(0.2, 1)),
                       "margin": float(rng.uniform(0.5, 3))} for _ in range(i % 4)]
        p = st.norm.sf(st.norm.isf(level / 2) - primary["difference"] / primary["standard_error"])
        g = [float(st.norm.sf(st.norm.isf(guardrail_level) - (x["difference"] + x["margin"]) / x["standard_error"])) for x in guardrails]
        yield ({"primary": primary, "significance_level": level, "guardrails": guardrails, "guardrail_level": guardrail_level},
               {"primary": float(p), "guardrails": g, "independent": float(p * np.prod(g)),
                "at_least": max(0.0, float(1 - (1 - p) - sum(1 - x for x in g)))})


def main(names):
    for name, (function, reference, tolerance, seed) in FUNCTIONS.items():
        if names and name not in names:
            continue
        if "{R}" in reference or "{rpact}" in reference:
            reference = reference.replace("{R}", r_version()).replace("{rpact}", r_version("rpact"))
        cases = [{"input": one, "expected": expected} for one, expected in function(np.random.default_rng(seed))]
        body = {"function": name, "reference": reference, "tolerance": tolerance}
        text = json.dumps(body, indent=1)[:-2] + ',\n "cases": [\n  ' + ",\n  ".join(json.dumps(c) for c in cases) + "\n ]}\n"
        (HERE / f"{name}.json").write_text(text)
        print(name, len(cases))


if __name__ == "__main__":
    main(sys.argv[1:])
