// Layer: unicode. The commonest Chinese characters, as every newspaper shows them.
#pragma once

#include <string_view>

namespace duiqi::unicode {

/// Some 500 characters that make up three quarters of modern text, in the simplified script.
inline constexpr std::string_view common_simplified =
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料员位入常文总次品"
    "式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手期根论运农指几九区强放决西被干做必战先"
    "回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济思术极交受联什认六共权收证改清己"
    "美再采转更单风打白教带安场身车例真务具万每目至达走积示议声报完类八离华名确才科张信马节话米整空元况今"
    "集传土许步广石记需段研界拉林律叫且究观越织装影算低持音众书布复容须际商非验连断深难近千周委技备半办青"
    "省列习响约支史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候亲快效斯院查江型王按格易置派层"
    "片始却专状育厂京识适属火住调满县局照参红引听该价严台网络球赛警察案疫病医视媒股银款税贸企购届席副举";

/// The same for the traditional script: what differs there.
inline constexpr std::string_view common_traditional =
    "這為個國時來們於對會發動過說產種後學經進著電裡實現兩體機當點從業應開還與關義間樣線數質氣變條沒結問無"
    "係軍並題黨員總設長頭資邊級圖統較將組見計別論運農幾區強決幹戰則據處隊給門規熱領東導壓爭濟術極聯認權證"
    "採轉單風帶場車務萬達積議聲報類離華確張馬節話況傳許廣記觀織裝眾書復複須際驗連斷難週備辦習響約勞團歷構"
    "稱準號維劃選標寫親層專狀廠識適屬滿縣參紅聽該價嚴臺灣網絡賽醫視銀稅貿購屆舉聞項讓誰飛鐵錢腦陸億歲衛勝"
    "負隻預測環境災傷陳黃吳劉趙";

}  // namespace duiqi::unicode
