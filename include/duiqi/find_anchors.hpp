// Layer: anchor. Finds anchors, and says which of them stand for the same thing.
#pragma once

#include <optional>
#include <vector>

#include <duiqi/anchor.hpp>
#include <duiqi/document.hpp>
#include <duiqi/export.hpp>
#include <duiqi/record.hpp>

namespace duiqi {

struct AnchorOptions {
  /// The day that the text was published; "today", 同日 and 今年 are resolved only where it is given.
  std::optional<Date> date;
};

/// All anchors of the document, in text order; those of different kinds may overlap (a year inside a date
/// does not; a surname inside a title does). Const use from many threads.
DUIQI_API std::vector<Anchor> find_anchors(const Document& document, const AnchorOptions& options = {});

/// How surely two anchors stand for the same thing, in [0, 1]: 1 for equal keys of one kind; less where one
/// is less exact (March against 15 March), of a neighbouring kind (5 against 5 million yuan is 0; 500 million
/// against CNY 500 million is not), or where names only sound alike. Symmetric in meaning, not in its
/// arguments: `zh` is from the Chinese side. No allocation.
DUIQI_API double match(const Anchor& zh, const Anchor& en);

}  // namespace duiqi
