// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/bucketing.h"

#include <optional>

namespace xp::ui {

/// Assigns made-up ids the way the service would, to show that the split is as planned and that it knows nothing of
/// another experiment's. The same every time.
class AssignmentReplay
{
public:
    explicit AssignmentReplay(const Experiment& experiment);
    AssignmentReplay(const Experiment& experiment, const Experiment& other);

    static constexpr std::int64_t kIds = 1'000'000;

    /// The next ids; false once all are done.
    bool advance(std::int64_t ids);
    std::int64_t done() const { return m_done; }

    std::int64_t admitted() const { return m_admitted; }
    /// By position of the variant, of the admitted ids; as if all were admitted where none is.
    const std::vector<std::int64_t>& counts() const { return m_counts; }
    /// Of the counts against the shares, chi-squared; nothing without two variants or ids.
    std::optional<double> splitPValue() const;
    /// Of "the two experiments' variants are independent", chi-squared over the table of both; nothing without another
    /// experiment.
    std::optional<double> independencePValue() const;

private:
    Bucketing m_bucketing;
    std::optional<Bucketing> m_other;
    std::vector<double> m_shares;
    std::size_t m_otherVariants = 0;
    std::int64_t m_done = 0;
    std::int64_t m_admitted = 0;
    std::vector<std::int64_t> m_counts;
    std::vector<std::int64_t> m_table; ///< variant by variant of the other
};

} // namespace xp::ui
