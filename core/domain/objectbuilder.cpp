// SPDX-License-Identifier: Apache-2.0
#include "core/domain/objectbuilder.h"

#include <limits>

namespace xp {

/// Where it stays until its parent grows.
ObjectBuilder::Json& ObjectBuilder::put(Json&& value)
{
    if (m_open.empty())
        return m_root = std::move(value);
    if (Json& parent = *m_open.back(); parent.is_array())
        return parent.get_ref<Json::array_t&>().emplace_back(std::move(value));
    return *m_member = std::move(value);
}

bool ObjectBuilder::putNumber(Json&& value)
{
    if (!m_noNumbers.empty() && m_count++ == m_noNumbers.front()) {
        value = std::numeric_limits<double>::quiet_NaN();
        m_noNumbers = m_noNumbers.subspan(1);
    }
    put(std::move(value));
    return true;
}

bool ObjectBuilder::open(Json&& empty)
{
    m_tooDeep = m_open.size() >= kDeepest;
    if (!m_tooDeep)
        m_open.push_back(&put(std::move(empty)));
    return !m_tooDeep;
}

bool ObjectBuilder::null()
{
    put(nullptr);
    return true;
}

bool ObjectBuilder::boolean(bool value)
{
    put(value);
    return true;
}

bool ObjectBuilder::number_integer(Json::number_integer_t value)
{
    return putNumber(value);
}

bool ObjectBuilder::number_unsigned(Json::number_unsigned_t value)
{
    return putNumber(value);
}

bool ObjectBuilder::number_float(Json::number_float_t value, const std::string&)
{
    return putNumber(value);
}

bool ObjectBuilder::string(std::string& value)
{
    put(std::move(value));
    return true;
}

bool ObjectBuilder::binary(Json::binary_t&)
{
    return false; // there is none in a text
}

bool ObjectBuilder::start_object(std::size_t)
{
    return open(Json::object());
}

bool ObjectBuilder::key(std::string& name)
{
    const auto [member, isNew] = m_open.back()->get_ref<Json::object_t&>().try_emplace(std::move(name));
    if (!isNew && !m_twice)
        m_twice = member->first;
    m_member = &member->second;
    return true;
}

bool ObjectBuilder::end_object()
{
    m_open.pop_back();
    return true;
}

bool ObjectBuilder::start_array(std::size_t)
{
    return open(Json::array());
}

bool ObjectBuilder::end_array()
{
    m_open.pop_back();
    return true;
}

bool ObjectBuilder::parse_error(std::size_t, const std::string&, const Json::exception&)
{
    return false;
}

} // namespace xp
