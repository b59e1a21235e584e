// Layer: corpus. Lines that news comes with and that are no news.
#pragma once

#include <string_view>

namespace duiqi::corpus {

/// What kind of boilerplate the whole of `text` is: "dateline", "credit" (责任编辑, 【来源】, Editor:), "end"
/// ((完), END), "share" (分享到, Share this), "notice" (版权所有, All rights reserved); empty for anything
/// else. A sentence that only begins with such a thing is none.
std::string_view boilerplate_zh(std::string_view text);
std::string_view boilerplate_en(std::string_view text);

}  // namespace duiqi::corpus
