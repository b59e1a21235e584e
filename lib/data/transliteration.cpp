#include "data/transliteration.hpp"

#include <array>
#include <string_view>

#include "unicode/utf8.hpp"

namespace duiqi::data {
namespace {

constexpr std::string_view typical =
    "阿埃艾昂奥巴彼伯勃茨蒂顿厄恩尔娜妮伊弗夫赫霍基吉加贾杰卡凯坎柯科克肯库拉莱赖兰朗勒雷蕾莉丽琳鲁伦洛罗玛迈"
    "麦曼"
    "梅蒙莫默姆穆娜纳妮尼涅努诺帕佩蓬皮珀普奇乔琼切萨塞桑森莎绍施斯丝苏索塔泰坦汤特腾廷图托瓦威韦维沃乌"
    "希锡谢辛逊雅亚耶伊尤泽扎詹朱兹佐戈格哥费菲福芬冯弗盖冈古瓜圭哈汉豪亨休胡华惠吕迪狄丹达戴德邓登杜多敦"
    "贝本比宾波博布查彻楚川甘根葛贡利里立列林龙卢伦马米密明摩墨那内尼宁潘庞彭匹齐契钦热日瑞若撒瑟沙山圣史"
    "舒松绥塔唐陶提通土屯万旺温文翁武西夏香肖欣雄许叙薛亚扬叶易因约扎哲芝治兹祖拜班保鲍堡欧陀佛朵朴琪薇蜜";

constexpr std::string_view usual =
    "爱安白百柏邦包北边才策昌车陈茨村当道得地底东段俄二法范方飞丰甫富高宫果海含何黑洪怀黄火季济佳"
    "江姜金津景久居君卡康考孔夸宽昆莱劳老乐理连良梁廖留柳隆娄伦买满毛茂美门孟苗民名木南牛农女派盘佩"
    "平坡浦七强丘屈让仁荣容茹儒三色尚舍申什生胜石士世室树双司四孙所太滕天田铁图团娃王危魏吾舞喜香萧"
    "新兴休旭亚延央杨耀益英尤于元云赞早增章珍真之中州庄卓子宗左次仁吉旺措嘎琼珠央拥卓玛贡嘉桑洛丁增晋欣"
    "宏宇雪梨恰帝摄蓝倪霆冠泊斐琉璃依俾贾蕉笛曲嫩焦鸠睦涅盎奎魁隆昔剌婆鲜咸喀戛岗瑙芒斌晁缪蕴菈蔻蘭黛葉薩"
    "蒲尹佘凌沁岱岚庇弥徒惹捷掸播攸敏昧晃智曾杭梵楠楼槟樊欣毕汀汝沛沾法泥洪淑滨潜炎珂琅瓊瑙瑜瓊畢皮碧磊礼"
    "祖禄科竺笪纽绮缅羌翠肃育胥臣芙芭苔苗茵荻菩萝蒋虎蜕衮裴覃诗诸谟谭豫贞赛赞辉迦迪逖逻道邹郎部鄂郑里重钱钟锐"
    "锡"
    "间阔阮陆隋雨霓霖靖韩顾颇额颜香魔麻黎默齐廉";

/// 0, 1 for usual, 2 for typical, over the CJK block.
const auto& table() {
  static const auto table = [] {
    std::array<unsigned char, 0xA000 - 0x4E00> marks{};
    const auto mark = [&](std::string_view characters, unsigned char value) {
      for (std::size_t at = 0; at < characters.size();) {
        const char32_t c = unicode::next(characters, at);
        if (c >= 0x4E00 && c < 0xA000 && marks[c - 0x4E00] < value) marks[c - 0x4E00] = value;
      }
    };
    mark(usual, 1);
    mark(typical, 2);
    return marks;
  }();
  return table;
}

unsigned char mark_of(char32_t c) {
  return c >= 0x4E00 && c < 0xA000 ? table()[c - 0x4E00] : static_cast<unsigned char>(0);
}

}  // namespace

std::span<const unsigned char> transliteration_marks() {
  return table();
}

bool is_transliteration(char32_t c) {
  return mark_of(c) > 0;
}

bool is_typical_transliteration(char32_t c) {
  return mark_of(c) > 1;
}

}  // namespace duiqi::data
