#include <cassert>
#include <utility>

#include <duiqi/bitext.hpp>

namespace duiqi {

Bitext::Bitext(Analysis zh, Analysis en, Ladder ladder, std::vector<Link> links,
               std::vector<Warning> warnings, Summary summary)
    : zh_(std::move(zh)),
      en_(std::move(en)),
      ladder_(std::move(ladder)),
      links_(std::move(links)),
      warnings_(std::move(warnings)),
      summary_(std::move(summary)) {
  assert(ladder_.zh_size() == zh_.document.size() && ladder_.en_size() == en_.document.size());
}

}  // namespace duiqi
