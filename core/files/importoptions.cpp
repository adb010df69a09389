// SPDX-License-Identifier: Apache-2.0
#include "core/files/importoptions.h"

#include "core/files/cellvalue.h"

namespace xp {

ImportMetric parseImportMetric(std::string_view text)
{
    // Parts are taken off the end while they are ones that can stand there.
    ImportMetric metric;
    const auto takeLast = [&](auto parse, auto& into) {
        const std::size_t colon = text.rfind(':');
        if (colon == std::string_view::npos || colon == 0)
            return;
        const std::string_view last = text.substr(colon + 1);
        const auto value = parse(last);
        if (value)
            into = *value;
        if (value || last.empty())
            text = text.substr(0, colon);
    };
    takeLast(parseDirection, metric.direction);
    takeLast(parseMetricRole, metric.role);
    takeLast(parseMetricKind, metric.kind);
    metric.column = trimmed(text);
    return metric;
}

} // namespace xp
