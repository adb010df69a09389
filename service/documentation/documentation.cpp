// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/documentation.h"

#include "service/documentation/page.h"

#include <QFile>

// Outside of any namespace, as Q_INIT_RESOURCE wants it: a static library's resources do not register themselves.
static void initResource()
{
    Q_INIT_RESOURCE(documentation);
}

namespace xp::service {

namespace {

std::string resource(const QString& name)
{
    initResource();
    QFile file(QStringLiteral(":/xp/documentation/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

nlohmann::ordered_json readDocument()
{
    auto document = nlohmann::ordered_json::parse(resource(QStringLiteral("openapi.json")), nullptr, false);
    document["info"]["version"] = XP_VERSION;
    return document;
}

} // namespace

std::shared_ptr<const std::string> openApiDocument()
{
    static const auto text = std::make_shared<const std::string>(readDocument().dump());
    return text;
}

std::shared_ptr<const std::string> documentationPage()
{
    static const auto page =
        std::make_shared<const std::string>(renderPage(readDocument(), resource(QStringLiteral("page.css"))));
    return page;
}

} // namespace xp::service
