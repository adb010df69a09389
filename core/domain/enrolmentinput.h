// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/domain/experiment.h"
#include "core/domain/fieldreader.h"

namespace xp {

/// At most so many units have a forced variant.
inline constexpr std::size_t kMostForced = 1000;

/// Takes over the fields of an experiment's enrolment that are present and right: `targeting` and `exclude` (an object,
/// or null: everybody, nobody), `layer` (null: none), `ignore_holdouts`, `forced`, `exposure`. The conditions
/// themselves are read where their language is known (core/engine/audiences.h).
/// Needs the variants to be read before: forced ones are among them.
void readEnrolment(FieldReader& fields, Experiment& to, std::vector<FieldError>& errors);

/// Notes as `frozen` what the status does not let a client change any more: `exposure` from the start on, everything
/// once the experiment has ended.
void checkFrozenEnrolment(FieldReader& fields, const Experiment& was, const Experiment& is);

/// Whether a layer's share is a whole number of its 10,000 buckets.
bool isWholeBuckets(double share);

} // namespace xp
