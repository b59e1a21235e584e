#include "data/surnames.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

// The hundred commonest surnames cover some 85 % of the population; the rest from the Hundred Family
// Surnames.
constexpr std::string_view common_surnames =
    "李王张刘陈杨赵黄吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜"
    "戴钟汪姜范姚廖邹陆孔崔邱秦顾侯邵孟龚赖覃韦尹邬欧阮俞翁聂庞葛齐倪施莫裴岳谭冼蒲邢殷甄翟耿闫肖"
    "潘郝霍焦鲍瞿褚滕樊窦尤柯佟郎屈虞竺鞠蔺蒯臧靳缪卞";
constexpr std::string_view rare_surnames =
    "高于余任丁方石白金江史陶贺毛万段雷武乔洪严温牛康文马周田夏付向常汤易单解时米艾连申项伍季安路凌"
    "管冉盛关邝车华查柏明包左代成车古梅苗童宁卓蓝景纪舒祝柳和华水云平成花岑费廉鲁凤昌卫杭荣郜骆麻"
    "强路危支仲屠乌焦巴弓牧山谷全郗班仰秋宫仇栾甘厉戎祖符刘束龙司阚那简饶沙养鞠丰巢蒯桂官匡上官游"
    "木尼次旺扎索多仁计曲党来冷辛卜池习乐卿闻别庄晏慕茹宦鱼容暨衡步都满弘国寇广禄阙东利师巩聂晁勾敖"
    "融訾阚那简空曾毋乜养须边扈燕冀浦尚农阎充连胥双莘翦劳逄姬扶堵冉宰郦雍璩桑濮";

constexpr std::string_view compound_surnames =
    "欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 夏侯 尉迟 皇甫 公孙 慕容 令狐 轩辕 长孙 宇文 司空 端木 百里 "
    "呼延 "
    "闻人 澹台 公羊 赫连 太史 钟离 申屠 淳于 单于 鲜于 闾丘 仲孙 拓跋 万俟 西门 东郭 南郭 第五 纳兰";

struct Overseas {
  std::string_view surname;
  std::string_view spellings;
};
// As used in Hong Kong, Macao, Singapore, Malaysia and among emigrants: general knowledge.
constexpr Overseas overseas[] = {{"李", "lee li"},
                                 {"林", "lam lim"},
                                 {"梁", "leung leong"},
                                 {"张", "cheung chang teo"},
                                 {"何", "ho hoe"},
                                 {"黄", "wong ng ooi"},
                                 {"陈", "chan tan chin chen"},
                                 {"刘", "lau low lew"},
                                 {"王", "wong ong heng"},
                                 {"吴", "ng goh woo"},
                                 {"周", "chow chau chew"},
                                 {"郑", "cheng tay cheang"},
                                 {"杨", "yeung yeo yong young"},
                                 {"叶", "yip ip yap"},
                                 {"许", "hui koh khaw hsu"},
                                 {"曾", "tsang chan chang"},
                                 {"谢", "tse chia tseng"},
                                 {"蔡", "choi chua tsai"},
                                 {"郭", "kwok quek kuok"},
                                 {"冯", "fung foong"},
                                 {"罗", "law lo loh"},
                                 {"邓", "tang teng"},
                                 {"徐", "tsui chui chee hsu"},
                                 {"朱", "chu choo"},
                                 {"关", "kwan"},
                                 {"余", "yu yee"},
                                 {"潘", "poon phua"},
                                 {"苏", "so soo su"},
                                 {"卢", "lo loo"},
                                 {"蒋", "tseung chiang"},
                                 {"江", "kong kang chiang"},
                                 {"钟", "chung cheong"},
                                 {"霍", "fok"},
                                 {"董", "tung"},
                                 {"彭", "pang phang"},
                                 {"马", "ma mah beh"},
                                 {"胡", "wu foo oh"},
                                 {"孙", "suen sun"},
                                 {"赵", "chiu chew"},
                                 {"袁", "yuen"},
                                 {"莫", "mok"},
                                 {"麦", "mak"},
                                 {"简", "kan"},
                                 {"谭", "tam"},
                                 {"欧", "au ou"},
                                 {"区", "au"},
                                 {"伍", "ng"},
                                 {"邱", "yau khoo chiu"},
                                 {"温", "wan woon"},
                                 {"唐", "tong"},
                                 {"傅", "fu foo poh"},
                                 {"薛", "sit see"},
                                 {"廖", "liu liew"},
                                 {"范", "fan hwan"},
                                 {"方", "fong png"},
                                 {"石", "shek"},
                                 {"沈", "shum sim shen"},
                                 {"韩", "hon"},
                                 {"魏", "ngai gwee"},
                                 {"洪", "hung ang"},
                                 {"翁", "yung ong"},
                                 {"颜", "ngan gan"},
                                 {"田", "tin"},
                                 {"白", "pak peh"},
                                 {"容", "yung"},
                                 {"郝", "hok"},
                                 {"司徒", "szeto"},
                                 {"欧阳", "auyeung"},
                                 {"高", "ko kou"},
                                 {"任", "yam yum"},
                                 {"岑", "sham shum"},
                                 {"骆", "lok"},
                                 {"葛", "kot"},
                                 {"阮", "yuen nguyen"},
                                 {"雷", "lui"},
                                 {"萧", "siu siew"},
                                 {"肖", "siu"},
                                 {"程", "ching"},
                                 {"古", "koo"},
                                 {"龚", "kung"},
                                 {"施", "sze see"},
                                 {"倪", "ngai"},
                                 {"杜", "to tho"},
                                 {"丁", "ting"},
                                 {"崔", "choi chui"},
                                 {"金", "kim kam"},
                                 {"朴", "park pak"},
                                 {"文", "moon man"},
                                 {"尹", "yoon wan"},
                                 {"韦", "wai"},
                                 {"贺", "ho"},
                                 {"龙", "lung"},
                                 {"卓", "cheuk toh"},
                                 {"侯", "hau"},
                                 {"毛", "mo mao"},
                                 {"易", "yik"},
                                 {"贝", "pei"},
                                 {"孔", "hung"},
                                 {"包", "pao"},
                                 {"顾", "koo"},
                                 {"邵", "shaw"},
                                 {"熊", "hung"},
                                 {"戴", "tai"},
                                 {"汤", "tong"},
                                 {"利", "lee"},
                                 {"甘", "kam"},
                                 {"辛", "sun shin"},
                                 {"权", "kwon"},
                                 {"申", "shin"},
                                 {"赖", "lai"},
                                 {"柯", "or ko quah"},
                                 {"凌", "ling"}};

constexpr std::uint64_t both(char32_t first, char32_t second) {
  return std::uint64_t{first} << 32 | second;
}

struct Tables {
  /// Of the main block of Han characters, which holds all of them.
  static constexpr char32_t first = 0x4E00;
  std::array<SurnameRank, 0xA000 - first> ranks{};
  std::array<bool, 0xA000 - first> begins_compound{};
  std::array<bool, 0xA000 - first> begins{};
  std::vector<std::uint64_t> compounds;  ///< both characters; ascending
  std::unordered_map<char32_t, std::string_view> spellings;

  Tables() {
    for (const char32_t c : unicode::to_code_points(rare_surnames)) rank(c) = SurnameRank::rare;
    for (const char32_t c : unicode::to_code_points(common_surnames)) rank(c) = SurnameRank::common;
    const std::u32string all = unicode::to_code_points(compound_surnames);
    for (std::size_t i = 0; i + 1 < all.size(); i += 3) {
      compounds.push_back(both(all[i], all[i + 1]));
      begins_compound.at(all[i] - first) = true;
    }
    std::sort(compounds.begin(), compounds.end());
    for (std::size_t i = 0; i < begins.size(); ++i)
      begins[i] = begins_compound[i] || ranks[i] != SurnameRank::none;
    for (const Overseas& entry : overseas) {
      const std::u32string surname = unicode::to_code_points(entry.surname);
      if (surname.size() == 1) spellings[surname[0]] = entry.spellings;
    }
  }

  SurnameRank& rank(char32_t c) { return ranks.at(c - first); }
};

constexpr bool has_rank(char32_t c) {
  return c >= Tables::first && c < 0xA000;
}

const Tables& tables() {
  static const Tables tables;
  return tables;
}

}  // namespace

SurnameRank surname_rank(char32_t c) {
  return has_rank(c) ? tables().ranks[c - Tables::first] : SurnameRank::none;
}

std::span<const bool> surname_begins() {
  return tables().begins;
}

bool is_compound_surname(char32_t first, char32_t second) {
  if (!has_rank(first) || !tables().begins_compound[first - Tables::first]) return false;
  const auto& all = tables().compounds;
  return std::binary_search(all.begin(), all.end(), both(first, second));
}

std::string_view overseas_spellings(char32_t surname) {
  const auto found = tables().spellings.find(surname);
  return found == tables().spellings.end() ? std::string_view{} : found->second;
}

}  // namespace duiqi::data
