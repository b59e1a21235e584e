// Texts with sentences and clauses that moved, made from texts with gold.
#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <duiqi/alignment.hpp>
#include <duiqi/id_bead.hpp>

#include "draw.hpp"

namespace duiqi::train {

struct MadeText {
  std::string zh;  ///< a sentence a line
  std::string en;
  std::vector<Bead> ladder;                                    ///< what a perfect search would find
  std::set<std::pair<std::uint32_t, std::uint32_t>> together;  ///< sentences of one gold bead
  std::set<std::pair<std::uint32_t, std::uint32_t>> moved;     ///< links that the ladder lacks
  std::set<std::pair<std::uint32_t, std::uint32_t>> clauses;   ///< any one sentence of the bead will do
  std::size_t clause_count = 0;
};

struct MoveRates {
  double sentences = 0.08;  ///< of 1-1 beads
  double clauses = 0.4;     ///< of 1-n and n-1 beads
};

class MoveMaker {
 public:
  explicit MoveMaker(std::uint32_t seed, MoveRates rates = {}) : draw_(seed), rates_(rates) {}

  /// A text whose gold may cross; no ladder.
  static MadeText as_it_is(const std::string& zh, const std::string& en, const std::vector<IdBead>& gold) {
    MadeText text;
    text.zh = zh;
    text.en = en;
    for (const IdBead& bead : gold) add(bead.zh, bead.en, text.together);
    return text;
  }

  /// `gold` in order, tiling both sides. Sentences move past two to ten others.
  MadeText make(const std::string& zh, const std::string& en, const std::vector<IdBead>& gold) {
    std::vector<Piece> pieces;
    for (std::size_t k = 0; k < gold.size(); ++k) pieces.push_back({gold[k].zh, gold[k].en, k, Kind::whole});
    for (std::size_t k = 0; k < gold.size(); ++k) {
      const std::size_t zh_size = gold[k].zh.size();
      const std::size_t en_size = gold[k].en.size();
      if (zh_size == 1 && en_size == 1 && draw_() < rates_.sentences) {
        move(pieces, k, &Piece::en, 0, Kind::moved);
      } else if (zh_size == 1 && en_size > 1 && draw_() < rates_.clauses) {
        move(pieces, k, &Piece::en, draw_() < 0.5 ? 0 : en_size - 1, Kind::clause);
      } else if (en_size == 1 && zh_size > 1 && draw_() < rates_.clauses) {
        move(pieces, k, &Piece::zh, draw_() < 0.5 ? 0 : zh_size - 1, Kind::clause);
      }
    }
    return finish(split(zh), split(en), pieces, gold.size());
  }

  /// Lines, and back.
  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
  }
  static std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text.append(line).push_back('\n');
    return text;
  }

 private:
  using Ids = std::vector<std::uint32_t>;
  enum class Kind : std::uint8_t { whole, moved, clause };
  struct Piece {
    Ids zh;
    Ids en;
    std::size_t bead;
    Kind kind;  ///< how it parted from the rest of its bead
  };

  /// Takes sentence number `at` of one side out of bead k, which is whole, and puts it elsewhere.
  void move(std::vector<Piece>& pieces, std::size_t k, Ids Piece::*side, std::size_t at, Kind kind) {
    const auto from = static_cast<std::ptrdiff_t>(
        std::find_if(pieces.begin(), pieces.end(),
                     [&](const Piece& p) { return p.bead == k && p.kind == Kind::whole; }) -
        pieces.begin());
    const auto distance = static_cast<std::size_t>(2 + 9 * draw_());
    const std::ptrdiff_t step = draw_() < 0.5 ? -1 : 1;
    std::size_t passed = 0;
    std::ptrdiff_t to = from + step;
    const auto end = static_cast<std::ptrdiff_t>(pieces.size());
    for (; to >= 0 && to < end && passed < distance; to += step)
      passed += (pieces[static_cast<std::size_t>(to)].*side).size();
    if (passed < distance) return;
    Ids& ids = pieces[static_cast<std::size_t>(from)].*side;
    Piece piece{{}, {}, k, kind};
    (piece.*side).push_back(ids[at]);
    ids.erase(ids.begin() + static_cast<std::ptrdiff_t>(at));
    pieces.insert(pieces.begin() + (step > 0 ? to : to + 1), piece);
  }

  static MadeText finish(const std::vector<std::string>& zh, const std::vector<std::string>& en,
                         const std::vector<Piece>& pieces, std::size_t beads) {
    MadeText made;
    std::vector<std::pair<Ids, Ids>> ids(beads);
    std::vector<std::pair<Ids, Ids>> parted(beads);
    std::vector<Kind> kinds(beads, Kind::whole);
    std::uint32_t i = 0;
    std::uint32_t j = 0;
    for (const Piece& piece : pieces) {
      auto& home = piece.kind == Kind::whole ? ids[piece.bead] : parted[piece.bead];
      if (piece.kind != Kind::whole) kinds[piece.bead] = piece.kind;
      Bead bead{{i, i}, {j, j}};
      for (const std::uint32_t id : piece.zh) {
        made.zh += zh[id] + '\n';
        home.first.push_back(i++);
      }
      for (const std::uint32_t id : piece.en) {
        made.en += en[id] + '\n';
        home.second.push_back(j++);
      }
      bead.zh.end = i;
      bead.en.end = j;
      made.ladder.push_back(bead);
    }
    for (std::size_t k = 0; k < beads; ++k) {
      auto& ties = kinds[k] == Kind::moved ? made.moved : made.clauses;
      add(ids[k].first, parted[k].second, ties);
      add(parted[k].first, ids[k].second, ties);
      made.clause_count += kinds[k] == Kind::clause;
      append(ids[k].first, parted[k].first);
      append(ids[k].second, parted[k].second);
      add(ids[k].first, ids[k].second, made.together);
    }
    return made;
  }

  static void append(Ids& to, const Ids& from) { to.insert(to.end(), from.begin(), from.end()); }
  static void add(const Ids& zh, const Ids& en, std::set<std::pair<std::uint32_t, std::uint32_t>>& ties) {
    for (const std::uint32_t i : zh) {
      for (const std::uint32_t j : en) ties.emplace(i, j);
    }
  }

  Draw draw_;
  MoveRates rates_;
};

}  // namespace duiqi::train
