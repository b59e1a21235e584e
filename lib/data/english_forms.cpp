#include "data/english_forms.hpp"

namespace duiqi::data {
namespace {

// Own work. Where a form belongs to two words (found, saw, lay), one class holds both: meeting too much costs
// less than missing. Forms that are far oftener a word of their own (ground, wound, bit, born) stay so.
constexpr std::string_view irregulars =
    "be am is are was were been|have has had|do does did done|will would|can could|may might|"
    "go goes went gone|i me my mine myself|we us our ours ourselves|you your yours yourself yourselves|"
    "he him his himself|she her hers herself|it itself|they them their theirs themselves|who whom whose|"
    "this these|that those|a an|good better best|bad worse worst|arise arose arisen|awake awoke awoken|"
    "beat beaten|become became|befall befell befallen|begin began begun|behold beheld|bend bent|"
    "bid bade bidden|bind bound|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|"
    "build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|"
    "deal dealt|dig dug|draw drew drawn|dream dreamt|drink drank drunk drunken|drive drove driven|"
    "dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|"
    "find found founded founding|flee fled|fling flung|fly flew flown|forbid forbade forbidden|"
    "foresee foresaw foreseen|foretell foretold|forget forgot forgotten|forgive forgave forgiven|"
    "forgo forwent forgone|forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|"
    "grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|"
    "lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lay lain laid laying lays|"
    "light lit|lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|"
    "misunderstand misunderstood|mow mown|outdo outdid outdone|outgrow outgrew outgrown|overcome overcame|"
    "overdo overdid overdone|oversee oversaw overseen|overtake overtook overtaken|"
    "overthrow overthrew overthrown|pay paid|plead pled|prove proven|rebuild rebuilt|redo redid redone|"
    "repay repaid|resell resold|retell retold|rethink rethought|rewrite rewrote rewritten|"
    "ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|"
    "sell sold|send sent|sew sewn|shake shook shaken|shave shaven|shear shorn|shine shone|"
    "shoot shot shots|show shown|shrink shrank shrunk shrunken|sing sang sung|sink sank sunk sunken|"
    "sit sat|sleep slept|slide slid|sling slung|slink slunk|smell smelt|smite smote smitten|sow sown|"
    "speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|spoil spoilt|"
    "spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|"
    "stride strode stridden|strike struck stricken|string strung|strive strove striven|swear swore sworn|"
    "sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|"
    "tell told|think thought thoughts|thrive throve thriven|throw threw thrown|tread trod trodden|"
    "undergo underwent undergone|understand understood|undertake undertook undertaken|"
    "underwrite underwrote underwritten|undo undid undone|uphold upheld|wake woke woken|wear wore worn|"
    "weave wove woven|weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|"
    "wring wrung|write wrote written|vie vying|man men|woman women|child children|person people peoples|"
    "foot feet|tooth teeth|goose geese|mouse mice|louse lice|ox oxen|life lives|wife wives|knife knives|"
    "half halves|shelf shelves|self selves|wolf wolves|loaf loaves|thief thieves|calf calves|"
    "scarf scarves|hoof hooves|elf elves|sheaf sheaves|wharf wharves|dwarf dwarves|crisis crises|"
    "thesis theses|hypothesis hypotheses|emphasis emphases|diagnosis diagnoses|oasis oases|"
    "parenthesis parentheses|synthesis syntheses|prognosis prognoses|phenomenon phenomena|"
    "criterion criteria|datum data|medium media|bacterium bacteria|memorandum memoranda|"
    "curriculum curricula|referendum referenda|stadium stadia|stratum strata|consortium consortia|"
    "symposium symposia|millennium millennia|aquarium aquaria|forum fora|nucleus nuclei|stimulus stimuli|"
    "alumnus alumni alumna alumnae|fungus fungi|focus foci focussed focussing|radius radii|locus loci|"
    "syllabus syllabi|cactus cacti|index indices|appendix appendices|matrix matrices|vertex vertices|"
    "penny pence|brother brethren|"
    "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespeople spokespersons|"
    "chairman chairwoman chairperson chairmen chairwomen|policeman policemen policewoman policewomen|"
    "businessman businessmen businesswoman businesswomen businesspeople businessperson|"
    "congressman congressmen congresswoman congresswomen|fisherman fishermen|fireman firemen|"
    "salesman salesmen|sportsman sportsmen|craftsman craftsmen|statesman statesmen|gentleman gentlemen|"
    "layman laymen|workman workmen|serviceman servicemen|gunman gunmen|seaman seamen|clergyman clergymen|"
    "countryman countrymen|nobleman noblemen|freshman freshmen|alderman aldermen|ombudsman ombudsmen|"
    "frenchman frenchmen|englishman englishmen|dutchman dutchmen|irishman irishmen|gas gases|"
    "bus buses busses|lens lenses|plus pluses|program programme programmes|"
    "center centre centres centred centering|theater theatre theatres|meter metre metres|"
    "kilometer kilometre kilometres km kms|centimeter centimetre centimetres cm|"
    "millimeter millimetre millimetres mm|liter litre litres|fiber fibre fibres|caliber calibre|"
    "specter spectre|somber sombre|meager meagre|luster lustre|saber sabre|"
    "kilogram kilogramme kilogrammes kg kgs|gram gramme grammes|gray grey|tire tyre tyres|draft draught|"
    "mold mould moulds|mustache moustache|pajamas pyjamas|skeptic sceptic sceptical skeptical|"
    "jewelry jewellery|aluminum aluminium|anesthesia anaesthesia|archeology archaeology|"
    "archeological archaeological|encyclopedia encyclopaedia|pediatric paediatric|hemorrhage haemorrhage|"
    "leukemia leukaemia|anemia anaemia|diarrhea diarrhoea|fetus foetus foetuses|estrogen oestrogen|"
    "medieval mediaeval|esophagus oesophagus|defense defence defences|offense offence offences|"
    "license licence licences|practice practise practised practising|pretense pretence|"
    "judgment judgement judgements|skillful skilful|willful wilful|catalog catalogue catalogues|"
    "dialog dialogue dialogues|analog analogue|monolog monologue|prolog prologue|cozy cosy|"
    "artifact artefact artefacts|among amongst|while whilst|amid amidst|okay ok|kerb curb|sulfur sulphur|"
    "sulfate sulphate|wagon waggon|story storey storeys|adviser advisor advisors|"
    "counselor counsellor counsellors|tsar czar|mr mister|mrs missus|doctor dr|general gen|senator sen|"
    "representative rep|governor gov|lieutenant lt|colonel col|captain capt|january jan|february feb|"
    "april apr|august aug|september sept sep|october oct|november nov|december dec|tuesday tue tues|"
    "wednesday wed|thursday thu thur thurs|analyze analyse analyses analysis analysed analysing|"
    "paralyze paralyse paralysed paralysis|axis axes|bear bore borne|bite bitten|check cheque cheques|"
    "plow plough ploughs ploughed ploughing|"
    "maneuver manoeuvre manoeuvres manoeuvring maneuvering maneuvers|tv television televisions tvs|"
    "mother mom mum mums moms mommy mummy|father dad daddy dads|ton tonne tonnes|percent pct|"
    "fuel fuelled fuelling|dial dialled dialling|marvelous marvellous|councilor councillor councillors|"
    "woolen woollen|equal equalled|phone telephone telephones phones|"
    "plane airplane aeroplane airplanes aeroplanes planes|photo photograph photographs photos|"
    "ad advertisement advertisements ads advert adverts|exam examination examinations exams|"
    "lab laboratory laboratories labs|kilowatt kw|square sq|covid covid19|"
    "experience experienced experiences experiencing|";

// Words that Porter's English stemmer would give the stem of a quite different word: those of the built-in
// lexicon's equivalents that meet so were looked through by hand.
constexpr std::string_view apart =
    "author authors|authority authorities|customer customers|customs|candidate candidates|"
    "celebrity celebrities|department departments|departmental|apartment apartments|"
    "designate designated designates designation designating|director directors|"
    "engineer engineers engineering engineered|"
    "experiment experiments experimental experimented experimenting|evening evenings|hardly|hospitality|"
    "important importance importantly|international internationally|internal internally|lately|later|"
    "majority majorities|minority minorities|mineral minerals|numerous|officer officers|organ organs|"
    "organize organizes organized organizing organization organizations organizational organizer organizers|"
    "position positions positioned positioning|polite politely politeness|"
    "president presidents presidential presidency|professor professors prof|respectively|several|secondly|"
    "unite united unites uniting|university universities|universe|vacation vacations|"
    "witness witnesses witnessed witnessing|conservative conservatives conservatism|consulate consulates|"
    "considerable considerably|conference conferences|conversation conversations|detective detectives|"
    "emergency emergencies|executive executives|extensive extensively|fortunately|initiative initiatives|"
    "integrity|liquidate liquidation liquidated liquidating|lively|namely|orientation orientations|"
    "physics|relative relatives relatively|resolution resolutions|"
    "responsible responsibility responsibilities responsibly|successive succession successively|"
    "paste pasted pastes|species|wedding weddings|opera operas|news|born|"
    "waste wasted wastes wasting wasteful|emirate emirates|procurement|providence|procession processions|"
    "harness harnessed harnessing|business businesses|";

// Adjectives that news compares with -er and -est.
constexpr std::string_view adjectives =
    "able acute angry big bitter black bleak blue blunt bold brave brief bright broad busy calm cheap "
    "clean clear clever close cold concise cool costly crazy crude cruel dark deadly dear deep dense dim "
    "dirty dry dull early easy faint fair fast fat fierce fine firm fit flat fond foul frank free fresh "
    "friendly full funny gentle gloomy grand grave great green grey grim handsome happy hard hardy harsh "
    "hasty healthy heavy hefty high holy hot humble hungry keen kind large late lean light lively lonely "
    "long loose loud lovely low lucky mean messy mighty mild modern narrow nasty near neat new nice noble "
    "noisy old pale plain polite poor precise pretty proud pure quick quiet rare raw ready red remote "
    "rich ripe risky rough sad safe scarce severe shaky sharp shiny short shy sick silly simple skinny "
    "sleepy slight slim slippery slow small smart smooth soft solid soon sore sound sour speedy steady "
    "steep stern sticky stiff stormy stout straight strict strong stupid sturdy subtle sunny sweet swift "
    "tall tasty tender tense thick thin thirsty tidy tight tiny tough tricky true ugly vague vast warm "
    "weak wealthy wet white wide wild windy wise worldly worthy young ";

}  // namespace

std::string_view english_irregulars() {
  return irregulars;
}

std::string_view english_words_apart() {
  return apart;
}

std::string_view english_adjectives() {
  return adjectives;
}

}  // namespace duiqi::data
