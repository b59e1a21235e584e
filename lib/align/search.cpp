#include "align/search.hpp"

#include <algorithm>
#include <cassert>

#include "align/best_ladder.hpp"

namespace duiqi::align {
namespace {

class Searcher {
 public:
  Searcher(std::uint32_t zh_size, std::uint32_t en_size, const BeadScores& scores,
           const SearchOptions& options)
      : end_{zh_size, en_size},
        scores_(scores),
        options_(options),
        shapes_(bead_shapes(options.max_one_to_many, options.max_many_to_many)),
        course_shapes_(bead_shapes(std::min(options.max_one_to_many, options.course_beads),
                                   std::min(options.max_many_to_many, options.course_beads))) {}

  /// All at once: the whole rectangle is small.
  std::vector<Edge> whole() {
    const Band band(Node{}, end_);
    report_.cells += band.cells();
    return Lattice(band, shapes_, scores_, options_.least_probability).posteriors(options_.least_probability);
  }

  /// First the best ladder in a band around the guides, then the posterior in a narrower band around that
  /// ladder.
  std::vector<Edge> guided(const std::vector<Candidate>& candidates) {
    const std::vector<Edge> course = find_course(candidates);
    std::vector<Edge> edges = posteriors_around(course);
    // The course itself stays possible, whatever the blocks' borders did.
    edges.insert(edges.end(), course.begin(), course.end());
    return edges;
  }

  std::vector<Arc> arcs(const std::vector<Edge>& edges) const {
    std::vector<Arc> out;
    out.reserve(edges.size());
    for (const Edge& edge : edges) {
      const Shape shape = shapes_[edge.shape];
      const Move move = shape.en == 0 ? Move::null_zh : shape.zh == 0 ? Move::null_en : Move::bead;
      out.push_back({edge.from, {edge.from.zh + shape.zh, edge.from.en + shape.en}, move, edge.from});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  const SearchReport& report() const { return report_; }

 private:
  std::uint8_t number_of(Shape shape) const {
    return static_cast<std::uint8_t>(std::find(shapes_.begin(), shapes_.end(), shape) - shapes_.begin());
  }

  std::vector<Edge> find_course(const std::vector<Candidate>& candidates) {
    std::vector<Node> path{Node{}};
    for (const Candidate& guide : confirmed(heaviest_chain(candidates))) path.push_back({guide.zh, guide.en});
    report_.guides = path.size() - 1;
    if (path.back() != end_) path.push_back(end_);
    std::vector<std::uint32_t> widths;
    for (std::size_t k = 0; k + 1 < path.size(); ++k) {
      const std::uint32_t rise = path[k + 1].zh - path[k].zh;
      const std::uint32_t run = path[k + 1].en - path[k].en;
      // What one side has more may stand in one block: the course may turn a corner anywhere between the
      // guides.
      const std::uint32_t surplus = std::max(rise, run) - std::min(rise, run);
      const auto drift = static_cast<std::uint32_t>(options_.widening * std::max(rise, run));
      const auto affordable = static_cast<std::uint32_t>(options_.step_cells / (2 * (std::size_t{rise} + 1)));
      widths.push_back(options_.half_width + std::min(std::max(surplus, drift), affordable));
    }
    while (true) {
      const Band band(path, widths);
      report_.cells += band.cells();
      std::vector<Edge> course = best_ladder(band, course_shapes_, scores_);
      for (Edge& edge : course) edge.shape = number_of(course_shapes_[edge.shape]);
      if (!widen(path, widths, band, course)) return course;
      ++report_.widened;
    }
  }

  /// Doubles the half width of each step of the guide where the course runs along the band's rim. False where
  /// it does nowhere.
  bool widen(const std::vector<Node>& path, std::vector<std::uint32_t>& widths, const Band& band,
             const std::vector<Edge>& course) const {
    bool any = false;
    std::size_t step = 0;
    std::size_t widened = path.size();
    for (const Edge& edge : course) {
      while (step + 2 < path.size() && path[step + 1].zh <= edge.from.zh) ++step;
      if (!band.on_rim(edge.from) || step == widened || widths[step] > end_.en) continue;
      const std::size_t rise = path[step + 1].zh - path[step].zh + 1;
      if (4 * widths[step] * rise > options_.widest_step_cells) continue;
      widths[step] *= 2;
      widened = step;
      any = true;
    }
    return any;
  }

  std::vector<Edge> posteriors_around(const std::vector<Edge>& course) {
    const double floor = options_.least_probability;
    std::vector<Edge> all;
    for (std::uint32_t begin = 0; begin < end_.zh || begin == 0; begin += options_.block) {
      const bool last = begin + options_.block >= end_.zh;
      const std::vector<Node> path = stretch(course, begin, begin + options_.block, last);
      const Band band(path, options_.posterior_half_width);
      report_.cells += band.cells();
      for (const Edge& edge : Lattice(band, shapes_, scores_, floor).posteriors(floor)) {
        if (edge.from.zh >= begin && (last || edge.from.zh < begin + options_.block)) all.push_back(edge);
      }
      if (last) break;
    }
    return all;
  }

  /// The nodes of the course in the Chinese range [begin, end) and `overlap` around it.
  std::vector<Node> stretch(const std::vector<Edge>& course, std::uint32_t begin, std::uint32_t end,
                            bool last) const {
    const std::uint32_t from = begin - std::min(begin, options_.overlap);
    std::vector<Node> path;
    for (auto edge = first_at(course, from); edge != course.end(); ++edge) {
      path.push_back(edge->from);
      if (!last && edge->from.zh >= end + options_.overlap) return path;
    }
    path.push_back(end_);
    return path;
  }

  static std::vector<Edge>::const_iterator first_at(const std::vector<Edge>& course, std::uint32_t zh) {
    return std::lower_bound(course.begin(), course.end(), zh,
                            [](const Edge& edge, std::uint32_t at) { return edge.from.zh < at; });
  }

  Node end_;
  const BeadScores& scores_;
  const SearchOptions& options_;
  std::vector<Shape> shapes_;
  std::vector<Shape> course_shapes_;  ///< some of shapes_
  SearchReport report_;
};

}  // namespace

std::vector<Arc> search(std::uint32_t zh_size, std::uint32_t en_size, const BeadScores& scores,
                        const std::vector<Candidate>& candidates, const SearchOptions& options,
                        SearchReport* report) {
  Searcher searcher(zh_size, en_size, scores, options);
  const std::size_t cells = (std::size_t{zh_size} + 1) * (std::size_t{en_size} + 1);
  std::vector<Arc> arcs =
      searcher.arcs(cells <= options.whole_cells ? searcher.whole() : searcher.guided(candidates));
  if (report != nullptr) *report = searcher.report();
  return arcs;
}

}  // namespace duiqi::align
