// SPDX-License-Identifier: Apache-2.0
#include "core/domain/document.h"

#include "core/domain/fieldreader.h"
#include "core/domain/jsonfault.h"
#include "core/domain/valuecount.h"

#include <charconv>
#include <map>

namespace xp {

namespace {

/// One fault for each field. What a reader says of a number that is none follows from that, but for a field's being
/// unknown. Such a number stands where the reader found it wrong; one that it passed over, behind the one before.
std::vector<FieldError> merged(const std::vector<FieldError>& noNumbers, const std::vector<FieldError>& found)
{
    std::map<std::string_view, std::size_t> positions;
    for (std::size_t i = 0; i < noNumbers.size(); ++i)
        positions.emplace(noNumbers[i].field, i);
    std::vector<bool> isNamed(noNumbers.size());
    const auto positionOf = [&](const FieldError& error) {
        const auto at = error.code == "unknown_field" ? positions.end() : positions.find(error.field);
        return at == positions.end() ? noNumbers.size() : at->second;
    };
    for (const FieldError& error : found) {
        if (const std::size_t at = positionOf(error); at < noNumbers.size())
            isNamed[at] = true;
    }
    std::vector<FieldError> all;
    const auto addPassedOver = [&](std::size_t from) {
        for (std::size_t i = from; i < noNumbers.size() && !isNamed[i]; ++i) {
            if (positions[noNumbers[i].field] == i)
                all.push_back(noNumbers[i]);
        }
    };
    addPassedOver(0);
    std::vector<bool> isPlaced(noNumbers.size());
    for (const FieldError& error : found) {
        const std::size_t at = positionOf(error);
        if (at == noNumbers.size()) {
            all.push_back(error);
        } else if (!isPlaced[at]) {
            isPlaced[at] = true;
            all.push_back(noNumbers[at]);
            addPassedOver(at + 1);
        }
    }
    return all;
}

} // namespace

Document::Document(nlohmann::json object, std::vector<FieldError> noNumbers)
    : m_object(std::move(object)), m_noNumbers(std::move(noNumbers))
{
}

Error Document::refusal(const std::vector<FieldError>& found) const
{
    return failInvalid(merged(m_noNumbers, found)).value();
}

Result<std::vector<Document>> Document::itemsOf(const std::string& list) &&
{
    nlohmann::json& items = m_object[list];
    std::vector<std::vector<FieldError>> noNumbers(items.size());
    for (const FieldError& fault : m_noNumbers) {
        const std::size_t before = fault.field.starts_with(list + "[") ? list.size() + 1 : fault.field.size();
        const std::string_view index = std::string_view(fault.field).substr(before);
        std::size_t position = items.size();
        std::from_chars(index.data(), index.data() + index.size(), position);
        if (position >= items.size())
            return Failure(refusal({}));
        noNumbers[position].push_back(fault);
    }
    std::vector<Document> documents;
    documents.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        documents.emplace_back(std::move(items[i]), std::move(noNumbers[i]));
    return documents;
}

Result<Document> parseDocument(std::string_view body, const std::string& path, std::size_t firstLine)
{
    if (mayHoldTooManyValues(body) && valuesIn(body, kMostJsonValues) > kMostJsonValues)
        return Failure(tooManyValues());
    auto object = parseObject(body, {}, firstLine);
    if (object)
        return Document(std::move(*object));
    auto mended = object.error().code == ErrorCode::Invalid ? mendedJson(body, path) : std::nullopt;
    if (!mended) {
        for (FieldError& error : object.error().errors)
            error.field = error.field.empty() ? path : error.field;
        return Failure(std::move(object.error()));
    }
    auto readable = parseObject(mended->text, mended->ordinals);
    if (readable)
        return Document(std::move(*readable), std::move(mended->faults));
    if (readable.error().code != ErrorCode::Invalid)
        return Failure(std::move(readable.error()));
    readable.error().errors.front().field = path; // it is no object
    return failInvalid(merged(mended->faults, readable.error().errors));
}

} // namespace xp
