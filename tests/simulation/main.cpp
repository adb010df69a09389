// SPDX-License-Identifier: Apache-2.0
// xp-simulate [--runs N] [--only TEXT] [--out FOLDER]: simulates every cell of the grid, tells what each came to and
// writes validation.md with its pictures into FOLDER. Ends with 1 when a promise was not kept.
#include "tests/simulation/book.h"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <string_view>
#include <thread>

using namespace xp::simulation;

namespace {

constexpr std::int64_t kFullRuns = 20000;
constexpr std::int64_t kMoreRuns = 4; ///< times as many again where the bounds leave it open
constexpr std::uint64_t kSeed = 20261124;

struct Options
{
    std::int64_t runs = kFullRuns;
    std::string only;
    std::string out;
};

bool read(int count, char** arguments, Options& options)
{
    for (int i = 1; i < count; ++i) {
        const std::string_view name = arguments[i];
        const char* value = i + 1 < count ? arguments[++i] : nullptr;
        if (!value)
            return false;
        if (name == "--runs")
            options.runs = std::atoll(value);
        else if (name == "--only")
            options.only = value;
        else if (name == "--out")
            options.out = value;
        else
            return false;
    }
    return options.runs > 0;
}

std::vector<Cell> grid(const std::string& only)
{
    std::vector<Cell> cells;
    for (auto* part : {&fixedRateCells, &fixedValueCells, &peekingCells, &plannedCells}) {
        for (Cell& cell : (*part)()) {
            if ((cell.group + ": " + cell.name).find(only) != std::string::npos)
                cells.push_back(std::move(cell));
        }
    }
    std::ranges::stable_sort(cells, {}, &Cell::group);
    return cells;
}

/// Each cell has a seed of its own, so that neither the order nor the number of threads changes a number.
std::vector<Judged> simulate(const std::vector<Cell>& cells, std::int64_t runs)
{
    std::vector<Judged> judged(cells.size());
    std::atomic<std::size_t> next = 0;
    std::mutex printing;
    const auto work = [&] {
        for (std::size_t i = next++; i < cells.size(); i = next++) {
            std::seed_seq seed{kSeed, static_cast<std::uint64_t>(std::hash<std::string>()(cells[i].name)), i};
            Engine engine(seed);
            Counts counts = cells[i].simulate(engine, runs);
            judged[i] = judge(cells[i], counts, runs >= kFullRuns);
            if (runs >= kFullRuns && judged[i].isUndecided()) {
                counts += cells[i].simulate(engine, kMoreRuns * runs);
                judged[i] = judge(cells[i], counts, true);
            }
            const std::scoped_lock lock(printing);
            std::printf("%-4s %s: %s, error %.4f, coverage %.4f, lift %.4f\n", judged[i].broken.empty() ? "ok" : "NO",
                        cells[i].group.c_str(), cells[i].name.c_str(), judged[i].error.value, judged[i].coverage.value,
                        judged[i].liftCoverage.value);
            std::fflush(stdout);
        }
    };
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        threads.emplace_back(work);
    threads.clear();
    return judged;
}

void write(const std::filesystem::path& file, const std::string& text)
{
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file) << text;
}

} // namespace

int main(int count, char** arguments)
{
    Options options;
    if (!read(count, arguments, options)) {
        std::fputs("Usage: xp-simulate [--runs N] [--only TEXT] [--out FOLDER]\n", stderr);
        return 2;
    }
    const std::vector<Judged> judged = simulate(grid(options.only), options.runs);
    if (!options.out.empty()) {
        const std::filesystem::path folder(options.out);
        write(folder / "validation.md", bookOf(judged, options.runs, kSeed));
        write(folder / "validation" / "errors.svg", errorPicture(judged));
        write(folder / "validation" / "coverages.svg", coveragePicture(judged));
    }
    const auto broken = std::ranges::count_if(judged, [](const Judged& cell) { return !cell.broken.empty(); });
    std::printf("%zu cells, %td broke a promise\n", judged.size(), static_cast<std::ptrdiff_t>(broken));
    return broken == 0 && !judged.empty() ? 0 : 1;
}
