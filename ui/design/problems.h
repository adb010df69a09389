// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/error.h"
#include "ui/design/draft.h"

#include <optional>

namespace xp::ui {

/// The entries of the wizard that a problem can be about.
enum class DesignEntry {
    Name,
    Hypothesis,
    Description,
    VariantName,
    VariantShare,
    VariantConfig,
    MetricName,
    SmallestLift,
    Level,
    TrafficShare,
    Targeting,
    Project,
    Environment,
};

/// What is wrong with a draft, and with which entry.
struct Problem
{
    QString text; ///< a sentence
    DesignEntry entry = DesignEntry::Name;
    std::size_t row = 0;    ///< of variants and metrics
    bool isMissing = false; ///< not filled in yet: no mistake before one wants to go on

    bool operator==(const Problem&) const = default;
};

/// The page that has the entry.
DesignStep stepOf(DesignEntry entry);

/// What is wrong on one page; nothing when one may go on.
std::vector<Problem> problemsOf(const Draft& draft, DesignStep step);

/// The first of the wrong fields that a service names which has an entry in the wizard; nothing where none has.
std::optional<Problem> problemOf(const Error& error);

} // namespace xp::ui
