// SPDX-License-Identifier: Apache-2.0
#include "core/storage/events/assignmentrow.h"

#include "core/domain/unitcounters.h"

namespace xp {

namespace {

bool isExplicit(const LiveExperiment& live)
{
    return live.experiment().enrolment.exposure == Exposure::Explicit;
}

} // namespace

const char* AssignmentRow::columns()
{
    return "variant, epoch, assigned_at, forced, exposed_at, exposed_epoch, shown, merged";
}

AssignmentRow AssignmentRow::of(const Row& row, int first)
{
    return {.variant = row.as<std::int16_t>(first),
            .epoch = row.as<std::int32_t>(first + 1),
            .assignedAt = row.time(first + 2),
            .leftOut = row.as<LeftOut>(first + 3),
            .exposedAt = row.optionalTime(first + 4),
            .exposedEpoch = row.as<std::int32_t>(first + 5),
            .shown = row.isNull(first + 6) ? std::nullopt : std::optional(row.as<std::int16_t>(first + 6)),
            .merged = row.as<std::int16_t>(first + 7)};
}

std::optional<PlacedUnit> AssignmentRow::placed(const LiveExperiment& live, std::string_view unit) const
{
    if (leftOut != LeftOut::No || (isExplicit(live) && !exposedAt))
        return std::nullopt;
    const Timestamp at = isExplicit(live) ? *exposedAt : assignedAt;
    return PlacedUnit{&live, unit, {variant, dayOf(at), isExplicit(live) ? exposedEpoch : epoch}, at, assignedAt};
}

PlacedUnit AssignmentRow::wherever(const LiveExperiment& live, std::string_view unit) const
{
    return placed(live, unit)
        .value_or(PlacedUnit{&live, unit, {variant, dayOf(assignedAt), epoch}, assignedAt, assignedAt});
}

void AssignmentRow::count(const LiveExperiment& live, int sign, MomentSums& sums) const
{
    if (const auto position = exclusionCounter(leftOut))
        sums[{live.experiment().id, variant, *position, dayOf(assignedAt), epoch}].units += sign;
    if (leftOut != LeftOut::No)
        return;
    const auto counter = [&](std::int16_t position, bool isSpecial) {
        Moments& sum = sums[{live.experiment().id, variant, position, dayOf(assignedAt), epoch}];
        sum.units += sign;
        sum.converted += isSpecial ? sign : 0;
    };
    if (isExplicit(live))
        counter(kAssignedUnits, exposedAt.has_value());
    if (shown)
        counter(kShownUnits, *shown != variant);
    if (merged > 0)
        counter(kMergedUnits, merged > 1);
}

} // namespace xp
