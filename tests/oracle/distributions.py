# SPDX-License-Identifier: Apache-2.0
"""Distributions and roots for the reference, of the standard library alone. Tails keep their relative precision."""
import math


def normal_tail(z):
    """P(Z > z)."""
    return math.erfc(z / math.sqrt(2)) / 2


def beta_fraction(a, b, x):
    """The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method."""
    tiny = 1e-300
    c, d = 1.0, 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    total = d
    for m in range(1, 10000):
        for numerator in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                          -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            total *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return total


def log_beta(a, b):
    """log B(a, b); for a large a Stirling's series for the difference, as lgamma would cancel."""
    if a < 50:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    def rest(x):
        return 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7)

    return (math.lgamma(b) - (a - 0.5) * math.log1p(b / a) - b * math.log(a + b) + b + rest(a) - rest(a + b))


def student_tail(t, degrees):
    """P(T > t)."""
    if t < 0:
        return 1 - student_tail(-t, degrees)
    a, b = degrees / 2, 0.5
    x, y = degrees / (degrees + t * t), t * t / (degrees + t * t)  # y = 1 - x without its rounding
    if t == 0:
        return 0.5
    # -log1p(t^2 / degrees) is log x where x is near 1.
    front = math.exp(-a * math.log1p(t * t / degrees) + b * math.log(y) - log_beta(a, b))
    if x < (a + 1) / (a + b + 2):
        return front * beta_fraction(a, b, x) / a / 2
    return (1 - front * beta_fraction(b, a, y) / b) / 2


def root(function, low, high):
    """Where a function changes its sign between low and high: false position (Illinois), then bisection if need be."""
    at_low, at_high = function(low), function(high)
    if at_low == 0 or at_high == 0:
        return low if at_low == 0 else high
    assert (at_low > 0) != (at_high > 0), (low, high, at_low, at_high)
    for step in range(400):
        middle = low + (high - low) * (0.5 if step > 60 or step % 3 == 2 else at_low / (at_low - at_high))
        if not min(low, high) < middle < max(low, high):
            middle = low + (high - low) / 2
        if middle in (low, high) or abs(high - low) <= 1e-15 * abs(middle):
            return middle
        value = function(middle)
        if value == 0:
            return middle
        if (value > 0) == (at_high > 0):
            high, at_high, at_low = middle, value, at_low / 2
        else:
            low, at_low, at_high = middle, value, at_high / 2
    return low


def upper_quantile(tail, share):
    """The t with tail(t) = share, for a share below a half."""
    high = 2.0
    while tail(high) > share:
        high *= 2
    return root(lambda t: math.log(tail(t) / share), 0.0, high)


def chi_squared_tail(statistic, degrees):
    """P(X > statistic), one or two degrees of freedom."""
    assert degrees in (1, 2)
    return math.erfc(math.sqrt(statistic / 2)) if degrees == 1 else math.exp(-statistic / 2)
