#include "evidence/feature.hpp"

namespace duiqi::evidence {

std::optional<Feature> find_feature(std::string_view name) {
  for (std::size_t k = 0; k < feature_count; ++k) {
    if (feature_infos[k].name == name) return static_cast<Feature>(k);
  }
  return std::nullopt;
}

}  // namespace duiqi::evidence
