// Layer: core. DUIQI_API marks what a shared library exports.
#pragma once

#if defined(__GNUC__)
#define DUIQI_API __attribute__((visibility("default")))
#else
#define DUIQI_API
#endif
