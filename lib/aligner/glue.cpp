#include "aligner/glue.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "aligner/scrap.hpp"
#include "segment/characters.hpp"

namespace duiqi::gluing {
namespace {

/// The scraps of a document, in order. Most have none.
struct Found {
  std::uint32_t sentence = 0;
  Scrap scrap = Scrap::none;
};

using Counts = std::array<std::size_t, scrap_kinds>;

std::vector<Found> find_scraps(const Document& document) {
  std::vector<Found> found;
  for (std::uint32_t id = 0; id < document.size(); ++id) {
    const Scrap scrap = scrap_of(document.sentence(id));
    if (scrap != Scrap::none) found.push_back({id, scrap});
  }
  return found;
}

Counts count(const std::vector<Found>& scraps) {
  Counts counts{};
  for (const Found& found : scraps) ++counts[static_cast<std::size_t>(found.scrap)];
  return counts;
}

/// Both sides have this kind, one at least half as often as the other: theirs correspond. (Judged; in the dev
/// sets one side has all.)
bool correspond(std::size_t one, std::size_t other) {
  return 2 * std::min(one, other) >= std::max(one, other);
}

/// Nothing but white space stands between sentence `id` and the next, and neither is empty. In a record with
/// mixed languages the other side's text may stand there.
bool adjacent(const Document& document, std::uint32_t id) {
  if (id + 1 >= document.size()) return false;
  const Span one = document.sentences[id].span;
  const Span next = document.sentences[id + 1].span;
  return !one.empty() && !next.empty() &&
         segmenting::skip_blank(document.text.view(), one.end, next.begin) == next.begin;
}

/// Empty where nothing is joined.
std::vector<bool> joins(const Document& document, const std::vector<Found>& scraps, const Counts& own,
                        const Counts& other) {
  std::vector<bool> joined;
  const auto join = [&](std::uint32_t id) {
    if (!adjacent(document, id)) return false;
    joined.resize(document.size());
    joined[id] = true;
    return true;
  };
  for (std::size_t k = 0; k < scraps.size(); ++k) {
    const auto [id, scrap] = scraps[k];
    const auto kind = static_cast<std::size_t>(scrap);
    if (correspond(own[kind], other[kind])) continue;
    const bool forward = belongs_to_next(document, id, scrap);
    if (scrap == Scrap::list_number || scrap == Scrap::bullet) {
      // Numbers in a row are a table.
      const bool row =
          k + 1 < scraps.size() && scraps[k + 1].sentence == id + 1 && scraps[k + 1].scrap == scrap;
      if (!row) join(id);
    } else if (forward || id == 0 || !join(id - 1)) {
      if (!join(id) && forward && id > 0) join(id - 1);
    }
  }
  return joined;
}

struct Joins {
  std::vector<bool> zh;
  std::vector<bool> en;
};

Joins find_joins(const Document& zh, const Document& en) {
  const std::vector<Found> zh_scraps = find_scraps(zh);
  const std::vector<Found> en_scraps = find_scraps(en);
  const Counts zh_counts = count(zh_scraps);
  const Counts en_counts = count(en_scraps);
  return {joins(zh, zh_scraps, zh_counts, en_counts), joins(en, en_scraps, en_counts, zh_counts)};
}

}  // namespace

GluedSide::GluedSide(const Analysis& given, const std::vector<bool>& joined) : given_(&given) {
  if (!joined.empty()) glue(given.document, joined, given.anchors);
}

GluedSide GluedSide::taking(Analysis& given, const std::vector<bool>& joined) {
  GluedSide out(given, {});
  if (!joined.empty()) out.glue(given.document, joined, std::move(given.anchors));
  return out;
}

void GluedSide::give_back(Analysis& given) {
  if (!glued_) return;
  // Anchors stand in text order, and each inside its sentence.
  std::uint32_t id = 0;
  for (Anchor& anchor : glued_->anchors) {
    id = std::max(id, first_[anchor.sentence]);
    while (given.document.sentences[id].span.end <= anchor.span.begin) ++id;
    anchor.sentence = id;
  }
  given.anchors = std::move(glued_->anchors);
}

void GluedSide::glue(const Document& source, const std::vector<bool>& joined, std::vector<Anchor> anchors) {
  Analysis& out = glued_.emplace();
  out.document.text = source.text;
  out.document.language = source.language;
  for (std::uint32_t id = 0; id < source.size(); ++id) {
    if (id > 0 && joined[id - 1]) {
      out.document.sentences.back().span.end = source.sentences[id].span.end;
    } else {
      out.document.sentences.push_back(source.sentences[id]);
      first_.push_back(id);
    }
  }
  first_.push_back(source.size());
  out.document.paragraphs = source.paragraphs;
  for (Paragraph& paragraph : out.document.paragraphs) {
    // A group stands in the paragraph in which it begins; one that holds only a later part is left without.
    const auto first_from = [&](std::uint32_t id) {
      return static_cast<std::uint32_t>(std::lower_bound(first_.begin(), first_.end(), id) - first_.begin());
    };
    paragraph.sentences = {first_from(paragraph.sentences.begin), first_from(paragraph.sentences.end)};
  }
  out.anchors = std::move(anchors);
  for (Anchor& anchor : out.anchors) anchor.sentence = group_of(anchor.sentence);
}

std::uint32_t GluedSide::group_of(std::uint32_t sentence) const {
  return static_cast<std::uint32_t>(std::upper_bound(first_.begin(), first_.end(), sentence) -
                                    first_.begin() - 1);
}

SentenceRange GluedSide::given(SentenceRange groups) const {
  return glued_ ? SentenceRange{first_[groups.begin], first_[groups.end]} : groups;
}

SentenceRange GluedSide::groups(SentenceRange given) const {
  if (!glued_) return given;
  const std::uint32_t begin = group_of(given.begin);
  return {begin, given.empty() ? begin : group_of(given.end - 1) + 1};
}

Glue::Glue(const Analysis& zh_given, const Analysis& en_given) : zh(zh_given, {}), en(en_given, {}) {
  const Joins joined = find_joins(zh_given.document, en_given.document);
  zh = GluedSide(zh_given, joined.zh);
  en = GluedSide(en_given, joined.en);
}

Glue Glue::taking(Analysis& zh_given, Analysis& en_given) {
  const Joins joined = find_joins(zh_given.document, en_given.document);
  Glue out(GluedSide::taking(zh_given, joined.zh), GluedSide::taking(en_given, joined.en));
  return out;
}

std::vector<Bead> Glue::as_given(const Bead& bead) const {
  Bead whole = bead;
  whole.zh = zh.given(bead.zh);
  whole.en = en.given(bead.en);
  if (!whole.null()) return {whole};
  std::vector<Bead> out;
  Bead one = whole;
  for (std::uint32_t id = whole.zh.begin; id < whole.zh.end; ++id) {
    one.zh = {id, id + 1};
    out.push_back(one);
  }
  for (std::uint32_t id = whole.en.begin; id < whole.en.end; ++id) {
    one.en = {id, id + 1};
    out.push_back(one);
  }
  return out;
}

Ladder Glue::as_given(Ladder ladder) const {
  if (!zh.glued() && !en.glued()) return ladder;
  std::vector<Bead> beads;
  beads.reserve(ladder.beads().size());
  for (const Bead& bead : ladder.beads()) {
    const std::vector<Bead> given = as_given(bead);
    beads.insert(beads.end(), given.begin(), given.end());
  }
  const SentenceRange all_zh = zh.given({0, ladder.zh_size()});
  const SentenceRange all_en = en.given({0, ladder.en_size()});
  return Ladder(std::move(beads), all_zh.size(), all_en.size());
}

std::vector<Link> Glue::as_given(std::vector<Link> links) const {
  if (!zh.glued() && !en.glued()) return links;
  std::vector<Link> out;
  for (Link link : links) {
    const SentenceRange zh_ids = zh.given({link.zh, link.zh + 1});
    const SentenceRange en_ids = en.given({link.en, link.en + 1});
    for (link.zh = zh_ids.begin; link.zh < zh_ids.end; ++link.zh) {
      for (link.en = en_ids.begin; link.en < en_ids.end; ++link.en) out.push_back(link);
    }
  }
  return out;
}

Bead Glue::as_glued(const Bead& bead) const {
  Bead out = bead;
  out.zh = zh.groups(bead.zh);
  out.en = en.groups(bead.en);
  return out;
}

}  // namespace duiqi::gluing
