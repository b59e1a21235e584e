// Layer: tests. Records in the forms that newsrooms and translation platforms save them in; all news is
// invented.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <duiqi/record.hpp>

namespace forms {

struct Form {
  const char* what;
  std::string text;
  std::vector<std::string> zh;
  std::vector<std::string> en;
  std::vector<std::string> metadata;  // "name side = value"
  std::vector<std::string> markers;
  std::vector<std::string> unassigned;
  std::optional<duiqi::Date> date;
};

const std::vector<Form>& all();

}  // namespace forms
