#include "data/quantity_words.hpp"

namespace duiqi::data {

// Keys are short forms of CLDR's unit identifiers ("km" is length-kilometer); mu, jin, li and barrels of
// their own.
const UnitRow units[] = {
    // Time. 个 before 月, 小时, 星期 and 世纪 is written out, since it tells a length of time from a date.
    {"year", "年|个年头|年间|整年", "year|years|yr|yrs"},
    {"year", "个十年", "decade|decades", 10},
    {"year-person", "岁|周岁|岁半",
     "year old|years old|years of age|year olds|years-old|year-olds|y/o|yo|yr old"},
    {"month-person", "个月大", "month old|months old"},
    {"century", "个世纪", "century|centuries"},
    {"month", "个月|个多月|个来月", "month|months"},
    {"week", "周|个星期|星期|个礼拜|礼拜|个周", "week|weeks|wk|wks"},
    {"week", "", "fortnight|fortnights", 2},
    {"day", "天|昼夜|日内|日间|天内|个工作日|个交易日|个昼夜", "day|days"},
    {"night", "晚|夜|个晚上|个夜晚", "night|nights"},
    {"hour", "小时|个小时|个钟头|钟头|个多小时", "hour|hours|hr|hrs"},
    {"minute", "分钟|分多钟", "minute|minutes|min|mins"},
    {"second", "秒|秒钟", "second|seconds|sec|secs"},
    {"ms", "毫秒", "millisecond|milliseconds|ms"},
    // Length
    {"km", "km|KM|Km|km/h|公里|千米|公里/小时",
     "km|kms|kilometer|kilometers|kilometre|kilometres|km/h|kmh|kph|kmph"},
    {"m", "m|米|公尺", "m|meter|meters|metre|metres"},
    {"dm", "分米", "decimeter|decimeters"},
    {"cm", "cm|CM|厘米|公分|厘米", "cm|centimeter|centimeters|centimetre|centimetres"},
    {"mm", "mm|毫米|公厘", "mm|millimeter|millimeters|millimetre|millimetres"},
    {"um", "微米", "micron|microns|micrometer|micrometers|micrometre|micrometres"},
    {"nm", "nm|纳米", "nm|nanometer|nanometers|nanometre|nanometres"},
    {"mile", "mph|英里|哩", "mile|miles|mi|mph"},
    {"nmi", "海里|浬", "nautical mile|nautical miles"},
    {"foot", "英尺|呎", "foot|feet|ft"},
    {"inch", "英寸|吋|寸", "inch|inches|in."},
    {"yard", "码", "yard|yards"},
    {"li", "里|华里", "li"},
    {"zhang", "丈", "zhang"},
    {"chi", "尺|市尺", "chi"},
    {"light-year", "光年", "light year|light years|lightyear|lightyears"},
    // Area
    {"km2", "km²|km2|平方km|平方公里|平方千米",
     "square kilometer|square kilometers|square kilometre|square kilometres|sq km|sq kilometers|km2|km²|sq "
     "kms"},
    {"m2", "㎡|m²|m2|平方米|平米|平方公尺|平方",
     "square meter|square meters|square metre|square metres|sq m|sq meters|sq metres|m2|m²|sqm"},
    {"cm2", "平方厘米", "square centimeter|square centimeters|square centimetres|cm2|cm²"},
    {"mile2", "平方英里", "square mile|square miles|sq miles|sq mi"},
    {"ft2", "平方英尺|平方呎", "square foot|square feet|sq ft|sq feet"},
    {"inch2", "平方英寸|平方吋", "square inch|square inches|sq in"},
    {"yard2", "平方码", "square yard|square yards|sq yd"},
    {"ha", "ha|公顷|顷", "hectare|hectares|ha"},
    {"mu", "亩", "mu"},
    {"acre", "英亩", "acre|acres"},
    // Volume
    {"m3", "m³|m3|立方米|立方", "cubic meter|cubic meters|cubic metre|cubic metres|m3|m³|cu m"},
    {"km3", "立方公里|立方千米", "cubic kilometer|cubic kilometers|cubic kilometre|cubic kilometres"},
    {"ft3", "立方英尺", "cubic foot|cubic feet"},
    {"cm3", "cm³|立方厘米", "cubic centimeter|cubic centimeters|cubic centimetre|cubic centimetres|cm³"},
    {"inch3", "立方英寸", "cubic inch|cubic inches"},
    {"yard3", "立方码", "cubic yard|cubic yards"},
    {"mile3", "立方英里", "cubic mile|cubic miles"},
    {"l", "L|升|公升", "liter|liters|litre|litres"},
    {"ml", "ml|mL|毫升", "ml|milliliter|milliliters|millilitre|millilitres"},
    {"gal", "加仑", "gallon|gallons"},
    {"barrel", "桶", "barrel|barrels|bpd|bbl"},
    // Mass
    {"t", "t|吨|公吨", "ton|tons|tonne|tonnes|metric ton|metric tons|metric tonnes|mt"},
    {"kg", "kg|KG|Kg|公斤|千克", "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes"},
    {"g", "g|克|公克", "g|gram|grams|gramme|grammes"},
    {"mg", "mg|毫克", "mg|milligram|milligrams"},
    {"ug", "微克", "microgram|micrograms"},
    {"jin", "斤|市斤", "jin|catty|catties"},
    {"lb", "磅", "pound|pounds|lb|lbs"},
    {"oz", "盎司|安士", "ounce|ounces|oz"},
    {"carat", "克拉", "carat|carats"},
    // Temperature
    {"degree", "度", "degree|degrees|°"},
    {"celsius", "摄氏度|℃|°c",
     "degree celsius|degrees celsius|degree centigrade|degrees centigrade|celsius|centigrade|degrees "
     "c|degree c|° c|℃|c"},
    {"fahrenheit", "华氏度|°f", "degree fahrenheit|degrees fahrenheit|fahrenheit|degrees f|° f|℉"},
    // Energy, power, electricity, data, sound
    {"kwh", "kWh|KWh|KWH|千瓦时|千瓦小时|度电", "kilowatt hour|kilowatt hours|kwh|kilowatt-hours|kw h"},
    {"mwh", "MWh|兆瓦时|兆瓦小时", "megawatt hour|megawatt hours|mwh"},
    {"gwh", "GWh|吉瓦时", "gigawatt hour|gigawatt hours|gwh"},
    {"twh", "TWh|太瓦时", "terawatt hour|terawatt hours|twh"},
    {"wh", "瓦时", "watt hour|watt hours"},
    {"kw", "kW|KW|千瓦", "kilowatt|kilowatts|kw"},
    {"mw", "MW|兆瓦", "megawatt|megawatts|mw"},
    {"gw", "GW|吉瓦", "gigawatt|gigawatts|gw"},
    {"tw", "TW|太瓦", "terawatt|terawatts"},
    {"w", "W|瓦|瓦特", "watt|watts"},
    {"v", "V|伏|伏特", "volt|volts"},
    {"kv", "千伏", "kilovolt|kilovolts|kv"},
    {"hp", "马力", "horsepower|hp|bhp"},
    {"cal", "卡路里|卡", "calorie|calories"},
    {"kcal", "千卡|大卡", "kilocalorie|kilocalories|kcal"},
    {"j", "焦耳", "joule|joules"},
    {"kj", "kJ|千焦|千焦耳", "kilojoule|kilojoules|kj"},
    {"mj", "MJ|兆焦|兆焦耳", "megajoule|megajoules|mj"},
    {"gj", "GJ|吉焦|吉焦耳", "gigajoule|gigajoules|gj"},
    {"hz", "Hz|HZ|赫兹|赫", "hertz|hz"},
    {"mhz", "兆赫", "megahertz|mhz"},
    {"ghz", "GHz|吉赫", "gigahertz|ghz"},
    {"db", "dB|DB|分贝", "decibel|decibels|db"},
    {"kb", "KB|千字节", "kb|kilobyte|kilobytes"},
    {"mb", "MB|兆字节", "mb|megabyte|megabytes"},
    {"gb", "GB|吉字节", "gb|gigabyte|gigabytes"},
    {"tb", "TB|太字节", "tb|terabyte|terabytes"},
    {"mbps", "Mbps|兆", "mbps|megabits"},
    {"pixel", "像素", "pixel|pixels|megapixels"},
    {"pa", "帕", "pascal|pascals"},
    {"", "", ""},
};

const CurrencyRow currencies[] = {
    {"CNY", "元人民币|人民币元|块人民币|人民币|块钱|元|圆",
     "yuan|renminbi|rmb|cny|yuan renminbi|yuan rmb|chinese yuan"},
    {"USD", "美元|美金|元美金",
     "dollar|dollars|u.s dollars|u.s dollar|us dollars|us dollar|american dollars|usd|bucks"},
    {"HKD", "港元|港币|元港币|港纸", "hong kong dollars|hong kong dollar|hk dollars|hkd"},
    {"TWD", "新台币|元新台币|台币|新台币元",
     "new taiwan dollars|new taiwan dollar|taiwan dollars|nt dollars|twd|ntd"},
    {"EUR", "欧元", "euro|euros|eur"},
    {"GBP", "英镑|镑", "pound|pounds|pounds sterling|british pounds|gbp|quid|sterling"},
    {"JPY", "日元|日圆|日币", "yen|japanese yen|jpy"},
    {"KRW", "韩元|韩圆|韩币", "won|south korean won|korean won|krw"},
    {"KPW", "朝元|朝鲜元", "north korean won"},
    {"RUB", "卢布|俄罗斯卢布", "ruble|rubles|rouble|roubles|russian rubles|rub"},
    {"INR", "卢比|印度卢比", "rupee|rupees|indian rupees|inr"},
    {"PKR", "巴基斯坦卢比", "pakistani rupees|pakistan rupees"},
    {"AUD", "澳元|澳大利亚元|澳币", "australian dollars|aud"},
    {"NZD", "新西兰元|纽元|纽币", "new zealand dollars|nzd"},
    {"CAD", "加元|加拿大元|加币", "canadian dollars|cad"},
    {"SGD", "新元|新加坡元|新币|坡币", "singapore dollars|sgd"},
    {"MOP", "澳门元|澳门币", "patacas|pataca"},
    {"CHF", "瑞郎|瑞士法郎|法郎", "swiss francs|swiss franc|francs|franc|chf"},
    {"THB", "泰铢|铢", "baht|thai baht|thb"},
    {"VND", "越南盾|越盾", "dong|vietnamese dong"},
    {"IDR", "印尼盾|印尼卢比", "rupiah|rupiahs"},
    {"MYR", "林吉特|马币|令吉", "ringgit|myr"},
    {"PHP", "比索|菲律宾比索", "peso|pesos|philippine pesos"},
    {"MXN", "墨西哥比索", "mexican pesos"},
    {"ARS", "阿根廷比索", "argentine pesos"},
    {"BRL", "雷亚尔|巴西雷亚尔", "reais|reals|brazilian reals|brazilian reais"},
    {"ZAR", "兰特|南非兰特", "rand|rands"},
    {"TRY", "里拉|土耳其里拉|土耳其新里拉", "lira|liras|turkish lira"},
    {"SEK", "瑞典克朗|克朗", "swedish kronor|swedish krona|kronor|krona"},
    {"NOK", "挪威克朗", "norwegian kroner|norwegian krone|kroner"},
    {"DKK", "丹麦克朗", "danish kroner|danish krone"},
    {"ILS", "谢克尔|新谢克尔", "shekel|shekels"},
    {"SAR", "里亚尔|沙特里亚尔", "riyals|riyal|saudi riyals"},
    {"IRR", "伊朗里亚尔", "rials|rial|iranian rials"},
    {"AED", "迪拉姆", "dirhams|dirham"},
    {"EGP", "埃镑|埃及镑", "egyptian pounds"},
    {"KZT", "坚戈", "tenge"},
    {"UAH", "格里夫纳", "hryvnia|hryvnias"},
    {"BTC", "比特币|枚比特币", "bitcoin|bitcoins"},
    {"cent", "美分|分钱|欧分", "cent|cents"},
    {"penny", "便士", "pence|penny"},
    {"", "", ""},
};

const CurrencySign currency_signs[] = {
    {"US$", "USD"},  {"HK$", "HKD"},  {"NT$", "TWD"}, {"A$", "AUD"},     {"AU$", "AUD"},  {"C$", "CAD"},
    {"CA$", "CAD"},  {"S$", "SGD"},   {"NZ$", "NZD"}, {"R$", "BRL"},     {"MOP$", "MOP"}, {"RMB¥", "CNY"},
    {"RMB", "CNY"},  {"CNY", "CNY"},  {"USD", "USD"}, {"EUR", "EUR"},    {"GBP", "GBP"},  {"JPY", "JPY"},
    {"HKD", "HKD"},  {"NTD", "TWD"},  {"AUD", "AUD"}, {"CAD", "CAD"},    {"SGD", "SGD"},  {"INR", "INR"},
    {"CHF", "CHF"},  {"MXN", "MXN"},  {"Rs", "INR"},  {"RM", "MYR"},     {"$", "USD"},    {"€", "EUR"},
    {"£", "GBP"},    {"¥", "CNY"},    {"₩", "KRW"},   {"₽", "RUB"},    {"₹", "INR"},    {"₫", "VND"},
    {"฿", "THB"},    {"₪", "ILS"},    {"₺", "TRY"},   {"人民币", "CNY"}, {"港币", "HKD"}, {"新台币", "TWD"},
    {"台币", "TWD"}, {"美金", "USD"}, {"", ""},
};

const std::string_view classifiers =
    "个|名|位|人|家|条|项|件|只|匹|辆|架|艘|台|部|座|栋|幢|间|套|层|楼|种|类|次|回|场|批|轮|支|枝|张|本|册|"
    "份|篇|首|曲|"
    "集|章|节|段|句|页|行|排|列|队|组|对|双|副|把|块|片|颗|粒|根|株|棵|朵|束|串|杯|碗|瓶|壶|箱|包|袋|盒|罐|"
    "口|户|所|"
    "门|路|站|国|省|市|县|区|乡|镇|村|州|岛|大|宗|起|桩|笔|局|球|枚|样|遍|趟|声|发|股|单|床|剂|针|班|方|边|"
    "面|侧|"
    "强|院|校|馆|店|厂|头|尾|朝|代|胞|例|票|席|架次|人次|人份|车次|航班|场次|批次|户次|只股|字|词|行|则|档|"
    "重|地|"
    "环|档|成员|兄弟|姐妹|孩子|儿子|女儿|兄妹|姊妹|任|员|具|处|幅|盏|顶|堵|扇|滴|丝|桌|筐|担|捆|堆|群|帮|伙|"
    "届|期|"
    "版|封|盘|击|杆|连胜|连败|胜|平|负|金|银|铜|款|男|女|者|周岁|指标|学生|职工|干部|企业|城市|国家|地区|"
    "部门|千家|"
    "艘次|盎|招|步|拳|圈|局|码|发|梯队|主体|方面|阶段|航次|标|室|厅|用|维|号|线|级|折|权|农户|乘|驱";

const std::string_view zh_traps =
    // adverbs and other words
    "万一|十分|千万别|千万不|千万要|千万莫|千万记|千万得|万万|万分|万般|万幸|万能|万物|万事|万众|万岁|万象|"
    "万达|万科|万里长|"
    "万维|万圣|万全|万恶|万寿|万安|万家乐|万隆|万宝|万向|万州|万宁|万盛|万象|万古|万端|万状|万丈|百姓|"
    "百货|百度|"
    "百般|百合|百灵|百科|百老汇|百慕大|百年好合|百叶|百里挑一|百花|百态|百强县|百家姓|百家讲坛|百事|百威|"
    "百闻|百忙|百出|"
    "千古|千金|千秋|千叶|千岛|千佛|千瓦|千克|千斤顶|千禧|千里迢迢|千里马|千差万别|千变万化|千方百计|千家万户|"
    "千军万马|"
    "千千万万|千辛万苦|千言万语|千丝万缕|千姿百态|千载难逢|千篇一律|千钧一发|千真万确|千疮百孔|千奇百怪|"
    "千锤百炼|万水千山|"
    "万紫千红|万无一失|万籁|万马奔腾|百依百顺|百折不挠|百思不|百发百中|百战百胜|百无|百里|千里|万里|"
    "十万八千里|一点一点|一点一滴|"
    "一一|一再|一二|一方面|一万个|一百个放心|统一|一旦|一些|一起|一下|一直|一样|一定|一切|一般|一面|一边|"
    "一方|一时|一度|"
    "一辈子|一口气|一级棒|一分为二|一块儿|一次性|一行人|一代|一线|一流|一带|一年四季|一天到晚|一年一度|"
    "一五一十|一举|一手|"
    "一头|一路|一心|一道|一股|一律|一味|一向|一致|一共|一同|一体|一类|一把手|一身|一号|一贯|一帆|一番|一阵|"
    "一片|一团|一国两制|"
    "二手|二胡|二维|二氧|二元|二流|二楞|二话|二哥|二叔|二姐|二伯|二爷|二奶|二婚|二重|二代|二线|二审|二期|"
    "二级市场|二次元|二人转|"
    "两岸|两口子|两样|两性|两手|两面|两难|两极|两边|两头|两旁|两广|两会|两全其美|两败俱伤|两肋插刀|"
    "两弹一星|"
    "三亚|三明市|三明治|三文鱼|三星|三峡|三角|三轮车|三农|三国演义|三鹿|三国时|三番|三番五次|三番两次|"
    "三三两两|三言两语|三长两短|三天两头|三头六臂|"
    "三更半夜|三令五申|三教九流|三心二意|三五成群|三维|三叉|三沙|三门峡|三七开|三元里|三里屯|三伏|三哥|三叔|"
    "三姐|三爷|三公|三氯|三聚|三产|"
    "三只手|三级片|三朋四友|三宝|三联|三菱|三井|三洋|三一重工|三人行|三思|三军|三皇五帝|三下五除二|"
    "三大件|三甲|"
    "四川|四合院|四处|四周|四季|四面八方|四面楚歌|四分五裂|四肢|四通八达|四环素|四书|四平|四方|四邻|四海|"
    "四人帮|四月天|"
    "五花八门|五星|五角大楼|五台|五金|五官|五脏|五湖四海|五颜六色|五体投地|五光十色|五行|五谷|五粮液|"
    "五大三粗|五笔|五道口|五四|五彩|"
    "六神|六安|六盘水|六合|六亲|六根|六畜|六边形|"
    "七嘴八舌|七上八下|七七八八|七拼八凑|七手八脚|七零八落|七夕|七窍|七里香|七彩|"
    "八卦|八达岭|八宝|八方|八仙|八股|八路军|八旗|八戒|八角|八成是|"
    "九江|九寨|九龙|九牛|九死一生|九泉|九州|九华|九黎|九霄|九一八|"
    "十堰|十全|十字|十足|十拿九稳|十面埋伏|十里|十恶不赦|十万火急|十有八九|十之八九|十月革命|十面|"
    "半天|半途|半岛|半决赛|半导体|半球|半夜|半空|半路|半截|半边天|半信半疑|半推半就|半拍|半斤八两|半身|半壁|"
    "半点|半径|半成品|半场|半程|"
    "半晌|半句|半个身|半山|半自动|半圆|半价|半官方|半挂|半裸|半睡|半老|半儿|半开|半掩|半生|半响|半死|半点儿|"
    "半新|半道|半职业|半真半假|"
    "乱七八糟|杂七杂八|独一无二|数一数二|不管三七二十一|三七二十一|说一不二|举一反三|丢三落四|颠三倒四|"
    "低三下四|接二连三|推三阻四|朝三暮四|"
    "横七竖八|亿万|百分百|百米|张三|李四|王五|吊儿郎当|初一十五|二百五|二愣|八国联军|四舍五入|几分|"
    "几乎|几率|几何|"
    "九九归一|五五分成|一五计划|三三制|五险一金|三无|四大名著|四大发明|三从四德|五讲四美|七七事变|九五之尊";

}  // namespace duiqi::data
