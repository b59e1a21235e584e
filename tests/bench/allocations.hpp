// Layer: tests. Counts what the program under a benchmark allocates, and measures its memory.
#pragma once

#include <cstddef>

namespace bench {

/// Calls of operator new since the program began, on all threads.
std::size_t allocations();

/// The most memory that the process had resident so far, in MiB; 0 where the system doesn't say.
double peak_memory();

}  // namespace bench
