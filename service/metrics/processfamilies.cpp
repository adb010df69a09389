// SPDX-License-Identifier: Apache-2.0
#include "service/metrics/processfamilies.h"

#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <sys/resource.h>
#include <unistd.h>

namespace xp::service {

namespace {

using prometheus::MetricFamily;
using prometheus::MetricType;

double ticksPerSecond()
{
    return static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// Seconds since 1970 at which the machine came up.
std::optional<double> bootTime()
{
    std::ifstream file("/proc/stat");
    std::string word;
    double value = 0;
    while (file >> word) {
        if (word == "btime" && file >> value)
            return value;
    }
    return std::nullopt;
}

/// Of proc(5)'s /proc/[pid]/stat.
struct ProcessState
{
    double cpuSeconds = 0;
    double startedTicks = 0; ///< after boot
    double virtualBytes = 0;
    double residentBytes = 0;
};

std::optional<ProcessState> readState()
{
    std::ifstream file("/proc/self/stat");
    std::string text(std::istreambuf_iterator<char>(file), {});
    const auto nameEnd = text.rfind(')'); // the second field is the program's name and may hold anything
    if (nameEnd == std::string::npos)
        return std::nullopt;
    std::istringstream fields(text.substr(nameEnd + 1));
    std::string state;
    fields >> state;
    constexpr int kFirst = 4, kUserTime = 14, kSystemTime = 15, kStart = 22, kVirtual = 23, kResident = 24;
    ProcessState process;
    double value = 0;
    for (int field = kFirst; field <= kResident && fields >> value; ++field) {
        if (field == kUserTime || field == kSystemTime)
            process.cpuSeconds += value / ticksPerSecond();
        else if (field == kStart)
            process.startedTicks = value;
        else if (field == kVirtual)
            process.virtualBytes = value;
        else if (field == kResident)
            process.residentBytes = value * static_cast<double>(sysconf(_SC_PAGESIZE));
    }
    return fields ? std::optional(process) : std::nullopt;
}

std::optional<double> openFiles()
{
    std::error_code failed;
    std::filesystem::directory_iterator files("/proc/self/fd", failed);
    if (failed)
        return std::nullopt;
    const auto count = std::distance(begin(files), end(files));
    return static_cast<double>(count - 1); // the one that reads the folder
}

} // namespace

MetricFamily gaugeFamily(std::string name, std::string help, double value,
                         std::vector<prometheus::ClientMetric::Label> labels)
{
    MetricFamily family{.name = std::move(name), .help = std::move(help), .type = MetricType::Gauge, .metric = {}};
    family.metric.emplace_back();
    family.metric.back().label = std::move(labels);
    family.metric.back().gauge.value = value;
    return family;
}

std::vector<MetricFamily> processFamilies()
{
    std::vector<MetricFamily> families;
    if (const auto state = readState()) {
        static const std::optional<double> booted = bootTime();
        if (booted)
            families.push_back(gaugeFamily("process_start_time_seconds",
                                           "Start of the process since the Unix epoch in seconds (process).",
                                           *booted + state->startedTicks / ticksPerSecond()));
        MetricFamily cpu{.name = "process_cpu_seconds_total",
                         .help = "User and system CPU time spent in seconds (process).",
                         .type = MetricType::Counter,
                         .metric = {}};
        cpu.metric.emplace_back();
        cpu.metric.back().counter.value = state->cpuSeconds;
        families.push_back(std::move(cpu));
        families.push_back(
            gaugeFamily("process_resident_memory_bytes", "Resident memory in bytes (process).", state->residentBytes));
        families.push_back(
            gaugeFamily("process_virtual_memory_bytes", "Virtual memory in bytes (process).", state->virtualBytes));
    }
    if (const auto open = openFiles())
        families.push_back(
            gaugeFamily("process_open_fds", "Open file descriptors, connections among them (process).", *open));
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        families.push_back(gaugeFamily("process_max_fds", "The most file descriptors it may open (process).",
                                       static_cast<double>(limit.rlim_cur)));
    return families;
}

} // namespace xp::service
