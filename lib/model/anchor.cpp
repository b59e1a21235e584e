#include <duiqi/anchor.hpp>

namespace duiqi {

std::string_view name(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::number:
      return "number";
    case AnchorKind::percentage:
      return "percentage";
    case AnchorKind::points:
      return "points";
    case AnchorKind::multiple:
      return "multiple";
    case AnchorKind::fraction:
      return "fraction";
    case AnchorKind::ordinal:
      return "ordinal";
    case AnchorKind::money:
      return "money";
    case AnchorKind::measure:
      return "measure";
    case AnchorKind::date:
      return "date";
    case AnchorKind::weekday:
      return "weekday";
    case AnchorKind::time:
      return "time";
    case AnchorKind::person:
      return "person";
    case AnchorKind::foreign_name:
      return "foreign_name";
    case AnchorKind::place:
      return "place";
    case AnchorKind::organisation:
      return "organisation";
    case AnchorKind::agency:
      return "agency";
    case AnchorKind::token:
      return "token";
    case AnchorKind::url:
      return "url";
    case AnchorKind::email:
      return "email";
    case AnchorKind::title:
      return "title";
  }
  return "";
}

}  // namespace duiqi
