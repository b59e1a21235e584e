// Layer: aligner. All that most programs need.
#pragma once

#include <duiqi/aligner.hpp>
#include <duiqi/error.hpp>
#include <duiqi/version.hpp>
