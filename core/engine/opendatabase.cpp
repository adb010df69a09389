// SPDX-License-Identifier: Apache-2.0
#include "core/engine/opendatabase.h"

#include "core/storage/pseudonymkey.h"

namespace xp {

namespace {

Result<void> bringUp(Store& store, const DatabaseUrl& url)
{
    const auto state = store.schemaState();
    if (!state)
        return Failure(state.error());
    if (*state == SchemaState::Foreign)
        return fail(ErrorCode::Conflict, "foreign_database",
                    url.display +
                        " holds the tables of the FastAPI service that this one replaces. Give this service a "
                        "database of its own and take the data over with: xp-service migrate-seed --from "
                        "postgresql://... ");
    if (*state == SchemaState::Newer)
        return fail(ErrorCode::Conflict, "newer_database",
                    url.display + " was made by a later release of xp-service; this one would damage it");
    return (*state == SchemaState::Current ? Result<void>() : store.migrate()).and_then([&] {
        return settlePseudonyms(store.connection());
    });
}

} // namespace

Failure namingDatabase(const DatabaseUrl& url, Error error)
{
    const std::string detail =
        error.sentence.arguments.is_object() ? error.sentence.arguments.value("detail", std::string()) : std::string();
    error.sentence.text = url.display + ": " + error.sentence.text + (detail.empty() ? "" : " (" + detail + ")");
    if (error.sentence.code == "database_corrupt")
        error.sentence.text += ". Nothing was changed; see xp-service restore --help";
    return Failure(std::move(error));
}

Result<void> prepareDatabase(Store& store, const DatabaseUrl& url)
{
    auto ready = bringUp(store, url);
    const bool isItsOwn =
        !ready && (ready.error().code == ErrorCode::Unavailable || ready.error().code == ErrorCode::Internal);
    return isItsOwn ? Result<void>(namingDatabase(url, std::move(ready.error()))) : ready;
}

Result<std::unique_ptr<Store>> openDatabase(const DatabaseUrl& url)
{
    auto store = Store::open(url);
    if (!store)
        return namingDatabase(url, std::move(store.error()));
    if (auto ready = prepareDatabase(**store, url); !ready)
        return Failure(std::move(ready.error()));
    return store;
}

} // namespace xp
