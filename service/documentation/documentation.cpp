// SPDX-License-Identifier: Apache-2.0
#include "service/documentation/documentation.h"

namespace xp::service {

std::shared_ptr<const std::string> openApiDocument()
{
    return std::make_shared<const std::string>("{}");
}
std::shared_ptr<const std::string> documentationPage()
{
    return std::make_shared<const std::string>("");
}

} // namespace xp::service
