// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/http/response.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace xp::service {

/// What a browser asks with.
struct FileRequest
{
    std::string_view path; ///< below /app/, decoded; empty: the page itself
    std::string_view acceptEncoding;
    std::string_view ifNoneMatch;
    bool isTls = false;
};

/// The studio for browsers: a folder with an index.html, read once, held in memory. Only what was there then is served,
/// so no path can lead out of it. `FILE.br` and `FILE.gz` beside a file are the same, compressed.
class StudioFiles
{
public:
    /// A folder without index.html, or none, gives an empty set: every request is then answered by a page that says
    /// where a studio for browsers comes from.
    static StudioFiles read(const std::string& folder);

    bool isEmpty() const { return m_files.empty(); }
    Response answer(const FileRequest& request) const;

private:
    using Bytes = std::shared_ptr<const std::string>;
    struct File
    {
        Bytes plain, brotli, gzip; ///< compressed ones may be missing
        std::string contentType;
        std::string etag;
        bool isHashed = false; ///< its name changes with what it holds
    };

    Response notFound(std::string_view path) const;

    std::map<std::string, File, std::less<>> m_files; ///< by path below the folder
};

/// The folder a service looks into unless told: `app` beside the executable, then `share/experimentation/app` beside
/// its folder. Empty when neither is there.
std::string defaultStudioFolder();

} // namespace xp::service
