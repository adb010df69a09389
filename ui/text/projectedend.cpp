// SPDX-License-Identifier: Apache-2.0
#include "ui/text/projectedend.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace xp::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ProjectedEnd)
};

Duration roundedUp(Duration span)
{
    using namespace std::chrono;
    if (span < hours(1))
        return std::max<Duration>(ceil<minutes>(span), minutes(1));
    return ceil<hours>(span);
}

} // namespace

QString projectedEnd(const std::optional<Projection>& projection, Timestamp now)
{
    if (!projection)
        return {};
    using namespace std::chrono;
    if (projection->end - now < hours(48))
        return Words::tr("at this pace in %1 ± %2")
            .arg(timeSpan(projection->end - now), timeSpan(roundedUp(projection->margin)));
    return Words::tr("at this pace on %1 ± %2")
        .arg(date(projection->end), dayCount(ceil<std::chrono::days>(projection->margin).count()));
}

} // namespace xp::ui
