// SPDX-License-Identifier: Apache-2.0
#include "service/studio/studiofiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace xp::service {

namespace {

constexpr std::string_view kIndex = "index.html";

/// The page runs its own WebAssembly and scripts, talks to the service it came from, and to nobody else. Qt sets styles
/// from scripts, and draws pictures and fonts from memory.
constexpr const char* kPolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

constexpr std::string_view kAbsent = R"(<!doctype html>
<html lang="en"><meta charset="utf-8"><title>No studio here</title>
<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:4em auto;padding:0 1em;color-scheme:light dark}
code{background:#8882;padding:.1em .3em}</style>
<h1>This service has no studio for browsers</h1>
<p>Its API works as ever: see <a href="/docs">the documentation</a>. To have the studio here, whoever runs the service</p>
<ol><li>builds it, <code>./xp wasm</code> in the project's folder, or unpacks a prebuilt one,</li>
<li>and names its folder: <code>xp-service --app-dir build/wasm/bundle</code>, or the variable <code>APP_DIR</code>.</li></ol>
<p>The desktop application needs none of this: <code>xp-studio --connect</code> with this service's address.</p>
</html>
)";

std::string contentTypeOf(const QString& name)
{
    static constexpr std::array kTypes{
        std::pair{".html", "text/html; charset=utf-8"},
        std::pair{".js", "text/javascript; charset=utf-8"},
        std::pair{".css", "text/css; charset=utf-8"},
        std::pair{".wasm", "application/wasm"},
        std::pair{".json", "application/json"},
        std::pair{".webmanifest", "application/manifest+json"},
        std::pair{".svg", "image/svg+xml"},
        std::pair{".png", "image/png"},
        std::pair{".ttf", "font/ttf"},
        std::pair{".otf", "font/otf"},
        std::pair{".woff2", "font/woff2"},
        std::pair{".txt", "text/plain; charset=utf-8"},
    };
    const auto type = std::ranges::find_if(
        kTypes, [&](const auto& entry) { return name.endsWith(QLatin1String(entry.first), Qt::CaseInsensitive); });
    return type == kTypes.end() ? "application/octet-stream" : type->second;
}

/// Of a file in `folder`, a canonical path; a link that leads out of it is none.
std::shared_ptr<const std::string> bytesOf(const QString& folder, const QString& path)
{
    QFile file(path);
    const bool isWithin = QFileInfo(path).canonicalFilePath().startsWith(folder + QLatin1Char('/'));
    if (!isWithin || !file.open(QIODevice::ReadOnly))
        return nullptr;
    return std::make_shared<const std::string>(file.readAll().toStdString());
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Calls `visit` with the parts of a comma-separated header until it returns true; whether one did.
template <typename Visit>
bool anyPart(std::string_view header, Visit visit)
{
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        if (visit(trimmed(header.substr(0, comma))))
            return true;
        header.remove_prefix(std::min(comma + 1, header.size()));
    }
    return false;
}

/// Whether an Accept-Encoding names this coding and does not refuse it by q=0.
bool accepts(std::string_view header, std::string_view coding)
{
    return anyPart(header, [&](std::string_view part) {
        const std::size_t semicolon = std::min(part.find(';'), part.size());
        if (trimmed(part.substr(0, semicolon)) != coding)
            return false;
        const std::string_view weight = trimmed(part.substr(std::min(semicolon + 1, part.size())));
        return !weight.starts_with("q=0") || weight.find_first_of("123456789") != std::string_view::npos;
    });
}

bool matches(std::string_view ifNoneMatch, std::string_view etag)
{
    return anyPart(ifNoneMatch, [&](std::string_view part) {
        if (part.starts_with("W/"))
            part.remove_prefix(2);
        return part == "*" || part == etag;
    });
}

std::vector<std::pair<std::string, std::string>> headersFor(bool isTls)
{
    std::vector<std::pair<std::string, std::string>> headers{
        {"Content-Security-Policy", kPolicy},
        {"Referrer-Policy", "no-referrer"},
        {"Cross-Origin-Opener-Policy", "same-origin"},
        {"Cross-Origin-Embedder-Policy", "require-corp"},
        {"Cross-Origin-Resource-Policy", "same-origin"},
        {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
        // For what does not know frame-ancestors yet.
        {"X-Frame-Options", "DENY"},
        // Tells the page that a service has sent it, which it can be signed in to.
        {"X-Experimentation-Service", "1"},
    };
    if (isTls)
        headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
    return headers;
}

} // namespace

StudioFiles StudioFiles::read(const std::string& folder)
{
    StudioFiles files;
    const QDir root(QString::fromStdString(folder));
    if (folder.empty() || !root.exists(QLatin1String(kIndex.data())))
        return files;
    const QString within = root.canonicalPath();
    static const QRegularExpression hashed(QStringLiteral("\\.[0-9a-f]{8,64}\\.[^/]+$"));
    QDirIterator each(root.path(), QDir::Files | QDir::Readable, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        if (path.endsWith(QLatin1String(".br")) || path.endsWith(QLatin1String(".gz")))
            continue;
        const QString name = root.relativeFilePath(path);
        File file{.plain = bytesOf(within, path),
                  .brotli = bytesOf(within, path + QLatin1String(".br")),
                  .gzip = bytesOf(within, path + QLatin1String(".gz")),
                  .contentType = contentTypeOf(name),
                  .isHashed = hashed.match(name).hasMatch()};
        if (!file.plain)
            continue;
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(QByteArray::fromRawData(file.plain->data(), qsizetype(file.plain->size())));
        file.etag = '"' + hash.result().toHex().left(32).toStdString() + '"';
        files.m_files.emplace(name.toStdString(), std::move(file));
    }
    return files;
}

Response StudioFiles::answer(const FileRequest& request) const
{
    const auto found = m_files.find(request.path.empty() ? kIndex : request.path);
    auto headers = headersFor(request.isTls);
    if (found == m_files.end()) {
        Response missing = notFound(request.path);
        std::ranges::move(headers, std::back_inserter(missing.headers));
        return missing;
    }
    const File& file = found->second;
    headers.emplace_back("Cache-Control", file.isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    headers.emplace_back("Vary", "Accept-Encoding");
    const bool brotli = file.brotli && accepts(request.acceptEncoding, "br");
    const bool gzip = !brotli && file.gzip && accepts(request.acceptEncoding, "gzip");
    // Each form has a tag of its own, as RFC 9110 (8.8.3.3) asks for.
    std::string etag = file.etag;
    if (brotli || gzip)
        etag.insert(etag.size() - 1, brotli ? "-br" : "-gz");
    headers.emplace_back("ETag", etag);
    if (matches(request.ifNoneMatch, etag))
        return Response{304, std::string(), {}, std::move(headers)};
    if (brotli || gzip)
        headers.emplace_back("Content-Encoding", brotli ? "br" : "gzip");
    return Response{200, brotli ? file.brotli : gzip ? file.gzip : file.plain, file.contentType, std::move(headers)};
}

Response StudioFiles::notFound(std::string_view path) const
{
    if (isEmpty())
        return Response{404, std::string(kAbsent), "text/html; charset=utf-8", {{"Cache-Control", "no-store"}}};
    return problemResponse(404, "no_such_file", "The studio has no file " + std::string(path.substr(0, 200)));
}

std::string defaultStudioFolder()
{
    const QDir beside(QCoreApplication::applicationDirPath());
    for (const char* candidate : {"app", "../share/experimentation/app"}) {
        const QString folder = beside.filePath(QLatin1String(candidate));
        if (QFile::exists(folder + QLatin1String("/index.html")))
            return QDir::cleanPath(folder).toStdString();
    }
    return {};
}

} // namespace xp::service
