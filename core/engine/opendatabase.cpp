// SPDX-License-Identifier: Apache-2.0
#include "core/engine/opendatabase.h"

#include "core/storage/connection/databasefile.h"
#include "core/storage/connection/pagecheck.h"
#include "core/storage/connection/servercheck.h"
#include "core/storage/people/pseudonymkey.h"

namespace xp {

namespace {

Result<void> bringUp(Store& store, const DatabaseUrl& url)
{
    const auto state = usableState(store, url);
    if (!state)
        return Failure(state.error());
    return checkPages(store.connection(), PageCheck::Beginnings)
        .and_then([&] { return *state == SchemaState::Current ? Result<void>() : store.migrate(); })
        .and_then([&] { return settlePseudonyms(store.connection()); });
}

/// libpq's sentences have several lines.
std::string onOneLine(std::string text)
{
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', end))
        text.replace(end, text.find_first_not_of(" \t\r\n", end) - end, " ");
    return text;
}

} // namespace

Result<SchemaState> usableState(Store& store, const DatabaseUrl& url)
{
    if (auto encoded = requireUtf8(store.connection()); !encoded)
        return Failure(std::move(encoded.error()));
    auto state = store.schemaState();
    if (state && *state == SchemaState::Foreign)
        return fail(ErrorCode::Conflict, "foreign_database",
                    url.display +
                        " holds the tables of the FastAPI service that this one replaces. Give this service a "
                        "database of its own and take the data over with: xp-service migrate-seed --from "
                        "postgresql://... ");
    if (state && *state == SchemaState::Newer)
        return fail(ErrorCode::Conflict, "newer_database",
                    url.display + " was made by a later release of xp-service; this one would damage it");
    return state;
}

Failure namingDatabase(const DatabaseUrl& url, Error error)
{
    const std::string detail =
        error.sentence.arguments.is_object() ? onOneLine(error.sentence.arguments.value("detail", std::string())) : "";
    error.sentence.text = url.display + ": " + error.sentence.text + (detail.empty() ? "" : " (" + detail + ")");
    if (error.sentence.code == "database_corrupt")
        error.sentence.text += ". Nothing was changed; see xp-service restore --help";
    return Failure(std::move(error));
}

Failure ofDatabase(const DatabaseUrl& url, Error error)
{
    const bool isItsOwn = error.code == ErrorCode::Unavailable || error.code == ErrorCode::Internal;
    return isItsOwn ? namingDatabase(url, std::move(error)) : Failure(std::move(error));
}

Result<void> prepareDatabase(Store& store, const DatabaseUrl& url)
{
    auto ready = bringUp(store, url);
    return ready ? ready : Result<void>(ofDatabase(url, std::move(ready.error())));
}

Result<std::unique_ptr<Store>> openDatabase(const DatabaseUrl& url)
{
    auto store = requireWholeFile(url).and_then([&] { return Store::open(url); });
    if (!store)
        return namingDatabase(url, std::move(store.error()));
    if (auto ready = prepareDatabase(**store, url); !ready)
        return Failure(std::move(ready.error()));
    return store;
}

} // namespace xp
