// SPDX-License-Identifier: Apache-2.0
#include "core/stats/checks.h"

#include <array>
#include <charconv>
#include <cmath>

namespace xp::stats {

namespace {
constexpr double kLargestWhole = 9007199254740992.0; // 2^53: every whole number up to here is a double
/// Sums in double precision may leave a covariance this much above what its variances allow.
constexpr double kCovarianceSlack = 1e-9;
} // namespace

std::string numberText(double value)
{
    std::array<char, 32> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return error == std::errc() ? std::string(buffer.data(), end) : std::string("?");
}

Wrong checkFinite(double value, std::string_view field)
{
    if (std::isfinite(value))
        return std::nullopt;
    return wrong(StatsErrorCode::NotFinite, field, std::string(field) + " must be a finite number");
}

Wrong checkPositive(double value, std::string_view field)
{
    if (Wrong finite = checkFinite(value, field))
        return finite;
    if (value > 0)
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(value) + " and must be above 0");
}

Wrong checkNotNegative(double value, std::string_view field)
{
    if (Wrong finite = checkFinite(value, field))
        return finite;
    if (value >= 0)
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(value) + " and must not be negative");
}

Wrong checkAtLeast(double value, double minimum, std::string_view field)
{
    if (Wrong finite = checkFinite(value, field))
        return finite;
    if (value >= minimum)
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(value) + " and must be at least " + numberText(minimum));
}

Wrong checkBetween(double value, double low, double high, std::string_view field)
{
    if (Wrong finite = checkFinite(value, field))
        return finite;
    if (value > low && value < high)
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(value) + " and must be above " + numberText(low) +
                     " and below " + numberText(high));
}

Wrong checkWhole(double value, double minimum, std::string_view field)
{
    if (Wrong finite = checkFinite(value, field))
        return finite;
    if (value >= minimum && value <= kLargestWhole && std::floor(value) == value)
        return std::nullopt;
    return wrong(value >= 0 && value < minimum ? StatsErrorCode::TooFewUnits : StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(value) + " and must be a whole number, at least " +
                     numberText(minimum));
}

Wrong checkRepresentable(std::initializer_list<double> results)
{
    for (const double result : results) {
        if (!std::isfinite(result))
            return wrong(StatsErrorCode::Overflow, "", "the result is too large for a number of double precision");
    }
    return std::nullopt;
}

Wrong checkCovariance(double covariance, double variance1, double variance2, std::string_view field)
{
    if (Wrong finite = checkFinite(covariance, field))
        return finite;
    const double largest = std::sqrt(variance1) * std::sqrt(variance2);
    if (std::abs(covariance) <= largest * (1 + kCovarianceSlack))
        return std::nullopt;
    return wrong(StatsErrorCode::OutOfRange, field,
                 std::string(field) + " is " + numberText(covariance) + ", and these variances allow at most " +
                     numberText(largest) + " in size");
}

Wrong checkSample(const Sample& sample, std::string_view arm)
{
    const std::string prefix = std::string(arm) + ".";
    return firstOf({checkWhole(sample.n, 2, prefix + "n"), checkFinite(sample.mean, prefix + "mean"),
                    checkNotNegative(sample.variance, prefix + "variance")});
}

Wrong checkProportion(const Proportion& arm, std::string_view path)
{
    const std::string prefix(path);
    if (Wrong e = firstOf({checkWhole(arm.n, 1, prefix + "n"), checkWhole(arm.x, 0, prefix + "x")}))
        return e;
    if (arm.x > arm.n)
        return wrong(StatsErrorCode::OutOfRange, prefix + "x",
                     prefix + "x is " + numberText(arm.x) + " and must be at most n, " + numberText(arm.n));
    return std::nullopt;
}

} // namespace xp::stats
