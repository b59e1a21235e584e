// Layer: evidence. The weights of the log-linear model.
#pragma once

#include <memory>
#include <string>

#include <duiqi/export.hpp>
#include <duiqi/text.hpp>

namespace duiqi {

/// What each feature of a bead, a null or a swap counts, for each kind of evidence and each pass. Cheap to
/// copy: copies share one table. Const use from many threads.
class DUIQI_API Weights {
 public:
  /// Those that come with the library: learned as `lib/evidence/data/weights.tsv` says.
  static const Weights& built_in();
  /// Reads a file that `duiqi-train` wrote: `#` starts a comment; the first line names the columns; then
  /// `feature⇥weight⇥…`, in nats a unit of the feature. A feature that is missing has the weight 0. Throws
  /// Error(invalid_format) that names file and line where a feature is unknown or stands twice, a number is
  /// none or a column is missing.
  static Weights read(const Text& text);

  struct Table;
  const Table& table() const { return *table_; }

 private:
  explicit Weights(std::shared_ptr<const Table> table);

  std::shared_ptr<const Table> table_;
};

}  // namespace duiqi
