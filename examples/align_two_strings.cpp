// Aligns two short texts and prints each bead with its probability. The whole API that most programs need.
#include <fmt/core.h>

#include <duiqi/duiqi.hpp>

int main() {
  const std::string_view zh =
      "市气象台5日发布暴雨预警。预计今夜到明天，全市降雨量将达80毫米。“请大家尽量减少外出。”气象台台长王海说"
      "。";
  const std::string_view en =
      "The city's weather service issued a rainstorm warning on the 5th. Rainfall is expected to reach 80 "
      "millimeters "
      "across the city from tonight to tomorrow. \"Please stay indoors as far as you can,\" said Wang Hai, "
      "its director.";

  const duiqi::Aligner aligner;
  const duiqi::Bitext bitext = aligner.align(zh, en);
  for (const duiqi::Bead& bead : bitext.beads()) {
    fmt::print("{} = {} ({:.2f})\n", bitext.zh(bead), bitext.en(bead), bead.probability);
  }
}
