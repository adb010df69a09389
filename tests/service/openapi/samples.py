# SPDX-License-Identifier: Apache-2.0
"""A right body for every function of the statistics kernel."""
import json
import os
from pathlib import Path

SAMPLE = {"n": 200, "mean": 5.0, "variance": 4.0}
OTHER = {"n": 210, "mean": 5.5, "variance": 4.5}
RATES = {"control": {"n": 44700, "x": 8502}, "treatment": {"n": 45489, "x": 8279}}
RATIO = {"n": 100, "numerator": {"mean": 5, "variance": 7}, "denominator": {"mean": 1, "variance": 0.5},
         "covariance": 0.9}
CUPED = {"n": 100, "mean": 5, "variance": 7, "covariate": {"mean": 4, "variance": 6}, "covariance": 5}
PLAN = {"significance_level": 0.05, "power": 0.8, "alternative": "two-sided"}
PRIOR = {"alpha": 1, "beta": 1}

STATISTICS = {
    "adjust_p_values": {"p_values": [0.01, 0.02], "method": "holm"},
    "asymptotic_confidence_sequence": {"control": SAMPLE, "treatment": OTHER, "significance_level": 0.05,
                                       "tuning_sample_size": 5000},
    "beta_binomial_comparison": {**RATES, "prior": PRIOR},
    "cuped": {"control": CUPED, "treatment": CUPED, "confidence": 0.95},
    "fieller_interval": {"control": SAMPLE, "treatment": OTHER, "confidence": 0.95},
    "fisher_exact_test": {"control": {"n": 20, "x": 3}, "treatment": {"n": 21, "x": 9}, "alternative": "less"},
    "group_sequential_bounds": {"information_rates": [0.5, 1], "alpha": 0.025, "spending": "obrien_fleming"},
    "group_sequential_futility": {"information_rates": [0.5, 1], "alpha": 0.025, "beta": 0.1,
                                  "spending": "kim_demets", "gamma": 2, "futility_spending": "pocock"},
    "minimum_detectable_effect_proportions": {"control_rate": 0.1, "n_per_arm": 1000, **PLAN},
    "mixture_sprt": {"estimate": 1, "standard_error": 0.5, "mixing_standard_deviation": 1},
    "non_inferiority_test": {"control": SAMPLE, "treatment": OTHER, "margin": 0.1, "direction": "increase"},
    "normal_posterior": {"estimate": 0.1, "standard_error": 0.05, "prior": {"mean": 0, "standard_deviation": 0.1},
                         "confidence": 0.95},
    "power_means": {"difference": 1, "standard_deviation": 5, "n_per_arm": 400, "significance_level": 0.05,
                    "alternative": "two-sided"},
    "power_proportions": {"control_rate": 0.1, "treatment_rate": 0.12, "n_per_arm": 4000,
                          "significance_level": 0.05, "alternative": "two-sided"},
    "probability_best": {"arms": [{"n": 100, "x": 10}, {"n": 100, "x": 12}], "prior": PRIOR},
    "proportion_difference_interval": {**RATES, "confidence": 0.95, "method": "newcombe"},
    "proportion_interval": {"n": 100, "x": 7, "confidence": 0.95, "method": "wilson"},
    "ratio_metric": {"control": RATIO, "treatment": RATIO, "confidence": 0.95},
    "relative_lift": {"control": SAMPLE, "treatment": OTHER, "confidence": 0.95},
    "sample_ratio_mismatch": {"counts": [500, 520], "weights": [0.5, 0.5]},
    "sample_size_means": {"difference": 1, "standard_deviation": 5, **PLAN},
    "sample_size_proportions": {"control_rate": 0.1, "treatment_rate": 0.12, **PLAN},
    "two_proportion_z_test": {**RATES, "alternative": "two-sided", "pooled": True},
    "welch_t_test": {"control": SAMPLE, "treatment": OTHER, "alternative": "two-sided", "confidence": 0.95},
}
# The functions of our own vectors are called with their first case.
VECTORS = Path(os.environ["XP_SOURCE_DIR"]) / "tests" / "vectors"
for file in VECTORS.glob("*.json"):
    vectors = json.loads(file.read_text())
    if "function" in vectors:
        STATISTICS.setdefault(vectors["function"], vectors["cases"][0]["input"])
