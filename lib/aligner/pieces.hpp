// Layer: aligner. Long documents are aligned in pieces, so that time and memory grow with their length.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <duiqi/aligner.hpp>

#include "align/band.hpp"
#include "aligner/document_model.hpp"

namespace duiqi {

struct PieceOptions {
  /// A document with at most so many sentences on either side is one piece. (All dev sets' documents are
  /// shorter. At 512 instead of 2,048 joined news of 1,500 sentences has strict F1 .9939 instead of .9851 and
  /// takes .31 s instead of .67; the novels of macdev as one text of 1,951 have .9384 and .9411, segment F1
  /// .9738 and .9681.)
  std::uint32_t whole = 512;
  /// Pieces of a longer one have about so many sentences on their longer side. (Chance is counted on the
  /// piece, and the model learned from short documents: at 96, 128 and 256, 16,000 sentences of joined news
  /// have strict F1 .9892, .9887 and .9871; earlier, at 512, 1,024, 2,048 and whole segment F1 fell on.
  /// Novels, which go on, lose below 256 a little of it.)
  std::uint32_t piece = 128;
  /// They are aligned with so many more on either end, where the neighbour's ladder is met. (12, 16 and 32
  /// give 8,000 sentences strict F1 .9876, .9876 and .9874; the last takes 30 % longer.)
  std::uint32_t overlap = 16;
  /// Where nothing tells the course over more sentences than this, it is taken to be straight. (It bounds
  /// memory; a piece of this size takes some 300 MB.)
  std::uint32_t largest = 16384;
};

/// Some sentences of a document as a document of their own, with the whole text.
Document excerpt(const Document& source, SentenceRange range);

/// The same with anchors, of which the first has this index in the whole.
struct Excerpt {
  Analysis analysis;
  std::size_t first_anchor = 0;
};
Excerpt excerpt(const Analysis& side, SentenceRange range);

/// Nodes at which a long document may be cut, ascending, the corners among them: pairs that share rare
/// things, confirmed by their neighbours, and found again between these until they stand close enough.
std::vector<align::Node> find_cuts(const Analysis& zh, const Analysis& en, std::span<const Lexicon> lexicons,
                                   const PieceOptions& options = {});

/// A part of a long document, aligned.
struct Piece {
  RangePair window;      ///< the sentences that were aligned together
  align::Node begin;     ///< from here …
  align::Node end;       ///< … to here the piece's ladder counts
  DocumentModel& model;  ///< its ids count from the window's begin
  const Decoded& decoded;
  std::vector<Bead> beads;  ///< of the model's ladder, those between begin and end; its ids
  std::size_t first_zh_anchor = 0;
  std::size_t first_en_anchor = 0;
};

/// Aligns the pieces one after the other and visits them in order. A short document is one piece, without any
/// copy. `end` of each is `begin` of the next: a node that both ladders run through, and where there is none,
/// both are aligned again as one.
void for_each_piece(const Analysis& zh, const Analysis& en, const AlignerOptions& options,
                    const PieceOptions& pieces, const std::function<void(const Piece&)>& visit);

}  // namespace duiqi
