#include "data/en_number_words.hpp"

namespace duiqi::data {

const EnNumberRow en_number_words[] = {
    {"small", 0, 1,
     "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
     "seventeen|eighteen|nineteen"},
    {"tens", 20, 10, "twenty|thirty|forty/fourty|fifty|sixty|seventy|eighty|ninety"},
    {"hundred", 2, 0, "hundred"},
    {"scale", 3, 0, "thousand"},
    {"scale", 6, 3, "million/mn/mln/mio|billion/bn/bln|trillion/tn/trn"},
    {"scale", 5, 2, "lakh/lakhs|crore/crores"},
    {"vague", 2, 1, "hundreds|thousands"},
    {"vague", 6, 3, "millions|billions|trillions"},
    {"vague", 1, 0, "dozens/tens/scores"},
    {"dozen", 12, 0, "dozen"},
    {"article", 1, 0, "a/an"},
    {"half", 2, 0, "half/halves"},
    {"quarter", 4, 0, "quarter/quarters"},
    {"ordinal", 1, 1,
     "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|"
     "fourteenth|"
     "fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"},
    {"ordinal", 30, 10, "thirtieth|fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth"},
    {"ordinals", 3, 1, "thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"},
    {"suffix", 0, 0, "th/st/nd/rd"},
    {"month", 1, 1,
     "january/jan|february/feb|march/mar|april/apr|may|june/jun|july/jul|august/aug|september/sept/"
     "sep|october/oct|"
     "november/nov|december/dec"},
    {"weekday", 1, 1,
     "monday/mondays/mon|tuesday/tuesdays/tue/tues|wednesday/wednesdays/wed|thursday/thursdays/thu/thur/"
     "thurs|"
     "friday/fridays/fri|saturday/saturdays/sat|sunday/sundays/sun"},
    {"decade", 20, 10, "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"},
    {"multiple", 2, 1,
     "twice/double/doubled/doubles/doubling/twofold/two-fold|thrice/triple/tripled/triples/tripling/"
     "threefold/treble/"
     "trebled|quadruple/quadrupled/quadruples/quadrupling/fourfold|quintuple/quintupled/"
     "fivefold|sixfold|sevenfold|"
     "eightfold|ninefold|tenfold"},
    {"halved", 2, 0, "halved/halving"},
    {"percent", 0, 0, "percent/pct"},
    {"", 0, 0, ""},
};

}  // namespace duiqi::data
