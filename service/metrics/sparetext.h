// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace xp::service {

/// Large texts one after the other, in the same memory once the readers of the one before have let go of it: the system
/// would else have to give and to take its pages each time. For any thread.
class SpareText
{
public:
    /// Empty, with room for as much as was lent last.
    std::string take()
    {
        const std::scoped_lock lock(m_spare->access);
        std::string text = std::exchange(m_spare->text, {});
        text.clear(); // before it grows, which would copy what it held
        text.reserve(m_spare->lent);
        return text;
    }

    /// Its memory comes back with the last reader.
    std::shared_ptr<const std::string> lend(std::string text)
    {
        {
            const std::scoped_lock lock(m_spare->access);
            m_spare->lent = text.size();
        }
        return {new std::string(std::move(text)), [spare = m_spare](std::string* read) {
                    const std::unique_ptr<std::string> back(read);
                    const std::scoped_lock lock(spare->access);
                    if (back->capacity() > spare->text.capacity())
                        back->swap(spare->text);
                }};
    }

private:
    struct Spare
    {
        std::mutex access;
        std::string text;
        std::size_t lent = 0;
    };

    std::shared_ptr<Spare> m_spare = std::make_shared<Spare>();
};

} // namespace xp::service
