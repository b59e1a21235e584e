// Layer: io. Reads a bilingual record: a text, its translation, and what came with them, in one file.
#pragma once

#include <duiqi/export.hpp>
#include <duiqi/record.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

/// Finds the two bodies of a record by the letters of its lines, and its metadata by their labels; the forms
/// are described in docs/text.md. A label is one that is known ("Title:", "【来源】", "責任編輯："), so that
/// a sentence that begins with a word and a colon stays in its body. What can't be given to a side is in
/// `Record::unassigned`. Throws Error(unrecognised_input) where one of the languages is missing. Cost: a few
/// passes.
DUIQI_API Record read_record(const Text& text);

}  // namespace duiqi
