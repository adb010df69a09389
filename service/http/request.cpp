// SPDX-License-Identifier: Apache-2.0
#include "service/http/request.h"

#include "service/http/urltext.h"

namespace xp::service {

Request::Request(Method method, std::string_view target, const Items& headers, std::string body)
    : m_body(std::move(body)), m_method(method)
{
    const auto append = [this](std::string_view text) {
        const Span span{static_cast<std::uint32_t>(m_head.size()), static_cast<std::uint32_t>(text.size())};
        m_head += text;
        return span;
    };
    setTarget(append(target));
    for (const auto& [name, value] : headers) {
        const Span nameSpan = append(name);
        m_fields.push_back({nameSpan, append(value)});
    }
}

void Request::setTarget(Span target)
{
    m_target = target;
    const std::size_t question = this->target().find('?');
    m_pathLength = question == std::string_view::npos ? target.length : static_cast<std::uint32_t>(question);
}

std::string_view Request::parameter(std::string_view name) const
{
    for (const auto& [parameterName, value] : m_parameters)
        if (parameterName == name)
            return value;
    return {};
}

void Request::dropBody()
{
    std::string().swap(m_body); // which an assignment would leave its memory
    m_keptBody = {};
}

const Request::Items& Request::queryItems() const
{
    if (!m_query) {
        const std::string_view all = target();
        // A query that does not decode was refused when the request came in.
        m_query = m_pathLength < all.size() ? parsedQuery(all.substr(m_pathLength + 1)).value_or(Items()) : Items();
    }
    return *m_query;
}

std::optional<std::string_view> Request::query(std::string_view name) const
{
    for (const auto& [itemName, value] : queryItems())
        if (itemName == name)
            return value;
    return std::nullopt;
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    for (const Field& field : m_fields)
        if (field.name.length == name.size() && equalsIgnoringCase(view(field.name), name))
            return view(field.value);
    return std::nullopt;
}

std::pair<std::string_view, std::string_view> Request::headerAt(std::size_t index) const
{
    return {view(m_fields[index].name), view(m_fields[index].value)};
}

} // namespace xp::service
