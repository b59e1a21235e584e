#include "learn.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fmt/format.h>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include <duiqi/error.hpp>
#include <duiqi/read_alignment.hpp>
#include <duiqi/version.hpp>

#include "files.hpp"
#include "lexicons.hpp"

namespace duiqi::tool {
namespace {

/// Documents that are aligned before their beads are put in order: enough to keep all cores busy, few enough
/// to hold.
constexpr std::size_t documents_at_once = 256;

bool holds_beads(const std::string& input) {
  return input.ends_with(".jsonl");
}

std::vector<DocumentPair> read_pairs(const std::string& path) {
  std::vector<DocumentPair> out;
  for (const auto& [fields, number] : read_list(path)) {
    if (fields.size() < 2) {
      throw Error(
          ErrorCode::invalid_format,
          "a line has two fields with a tab between: the Chinese text, the English text; what follows "
          "a further tab is left out",
          {path, std::nullopt, number});
    }
    out.push_back({fields[0], fields[1]});
  }
  return out;
}

std::vector<DocumentPair> documents_of(const LearnFlags& flags) {
  std::vector<std::string> texts;
  std::copy_if(flags.inputs.begin(), flags.inputs.end(), std::back_inserter(texts),
               [](const std::string& input) { return !holds_beads(input); });
  if (!texts.empty() && texts.size() != 2) {
    throw Error(ErrorCode::invalid_option,
                "two texts are wanted: the Chinese one, then the English one; for more give --batch a list");
  }
  if (flags.inputs.empty() && flags.batch.empty()) {
    throw Error(ErrorCode::invalid_option,
                "nothing to learn from: give two texts, a .jsonl, or --batch LIST");
  }
  std::vector<DocumentPair> out;
  if (!flags.batch.empty()) out = read_pairs(flags.batch);
  if (!texts.empty()) out.push_back({texts[0], texts[1]});
  for (const DocumentPair& document : out) {
    if (document.zh == "-" || document.en == "-") {
      throw Error(ErrorCode::invalid_option, "standard input can't be read again in each pass; name files");
    }
    refuse_overwriting({document.zh, document.en}, flags.out);
  }
  return out;
}

/// What one document gives.
struct Aligned {
  struct Piece {
    std::string zh;
    std::string en;
    double probability;
  };
  std::vector<Piece> pieces;
  std::optional<Error> failure;
};

Aligned align_document(const Aligner& aligner, const DocumentPair& document, const DecodeOptions& decoding) {
  Aligned out;
  try {
    const Bitext bitext = aligner.align(read_text(document.zh, decoding), read_text(document.en, decoding));
    for (const Bead& bead : bitext.beads()) {
      if (bead.null()) continue;
      out.pieces.push_back({std::string(bitext.zh(bead)), std::string(bitext.en(bead)), bead.probability});
    }
  } catch (const Error& error) {
    if (error.code() == ErrorCode::unknown_encoding) throw;  // no document can be read with it
    out.failure = error;
  }
  return out;
}

class Learner {
 public:
  explicit Learner(const LearnFlags& flags) : flags_(flags), documents_(documents_of(flags)) {
    options_.zh = options_.en = flags.segment.options();
    if (flags.no_built_in) options_.lexicons.clear();
    for (const std::string& name : flags.lexicons) options_.lexicons.push_back(open_lexicon(name));
    given_ = options_.lexicons;
    learning_.threads = flags.threads;
  }

  void run() {
    const std::uint32_t passes = documents_.empty() ? 1 : flags_.passes;
    for (std::uint32_t pass = 0; pass < passes; ++pass) {
      BeadSample beads(learning_.most_beads);
      read_beads(beads);
      align_all(beads);
      if (beads.size() == 0) {
        throw Error(ErrorCode::invalid_format, "no sentences that translate each other were found");
      }
      beads_ = beads.size();
      learned_ = learn_lexicon(beads.texts(), given_, learning_);
      image_ = build_lexicon(learned_);
      options_.lexicons = given_;
      options_.lexicons.push_back(Lexicon::from_image(image_));
    }
  }

  void write() {
    const std::string name =
        !flags_.name.empty() ? flags_.name
                             : std::filesystem::path(flags_.batch.empty() ? flags_.inputs[0] : flags_.batch)
                                   .filename()
                                   .string();
    learned_.sources = {
        {name, flags_.licence,
         fmt::format("learned by duiqi {} from {} beads of {}", duiqi::version, beads_,
                     documents_.empty() ? "aligned text" : fmt::format("{} documents", documents_.size()))}};
    write_output(flags_.out,
                 flags_.out.ends_with(".tsv") ? write_lexicon_tsv(learned_) : build_lexicon(learned_));
  }

  std::size_t failures() const { return failed_.size(); }
  std::size_t documents() const { return documents_.size(); }

 private:
  void read_beads(BeadSample& beads) const {
    for (const std::string& input : flags_.inputs) {
      if (!holds_beads(input)) continue;
      for (AlignedText& bead : read_aligned_texts(read_text(input, flags_.read.options()))) {
        if (bead.zh.empty() || bead.en.empty()) continue;
        beads.add(std::move(bead.zh), std::move(bead.en), bead.probability.value_or(1));
      }
    }
  }

  void align_all(BeadSample& beads) {
    const Aligner aligner(options_);
    for (std::size_t begin = 0; begin < documents_.size(); begin += documents_at_once) {
      std::vector<Aligned> aligned(std::min(documents_at_once, documents_.size() - begin));
      on_all_cores(aligned.size(), [&](std::size_t i) {
        if (!failed_.contains(begin + i)) {
          aligned[i] = align_document(aligner, documents_[begin + i], flags_.read.options());
        }
      });
      for (std::size_t i = 0; i < aligned.size(); ++i) {
        if (aligned[i].failure) {
          complain(aligned[i].failure->what());
          failed_.insert(begin + i);
        }
        for (Aligned::Piece& piece : aligned[i].pieces) {
          beads.add(std::move(piece.zh), std::move(piece.en), piece.probability);
        }
      }
    }
  }

  template <typename Work>
  void on_all_cores(std::size_t size, const Work& work) const {
    const std::size_t threads = flags_.threads > 0 ? flags_.threads : std::thread::hardware_concurrency();
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failing{false};
    std::exception_ptr failure;
    const auto run = [&] {
      try {
        for (std::size_t i = next++; i < size; i = next++) work(i);
      } catch (...) {
        next = size;
        if (!failing.exchange(true)) failure = std::current_exception();
      }
    };
    {
      std::vector<std::jthread> others;
      for (std::size_t k = 1; k < std::min(threads, size); ++k) others.emplace_back(run);
      run();
    }
    if (failure) std::rethrow_exception(failure);
  }

  const LearnFlags& flags_;
  std::vector<DocumentPair> documents_;
  AlignerOptions options_;
  std::vector<Lexicon> given_;
  LearnOptions learning_;
  std::size_t beads_ = 0;
  LexiconData learned_;
  std::string image_;
  std::set<std::size_t> failed_;  ///< documents that can't be read
};

}  // namespace

void BeadSample::add(std::string zh, std::string en, double weight) {
  if (seen_++ % stride_ != 0) return;
  if (beads_.size() == most_) {
    for (std::size_t i = 1; 2 * i < beads_.size(); ++i) beads_[i] = std::move(beads_[2 * i]);
    beads_.resize((beads_.size() + 1) / 2);
    stride_ *= 2;
    if ((seen_ - 1) % stride_ != 0) return;
  }
  beads_.push_back({std::move(zh), std::move(en), weight});
}

std::vector<BeadText> BeadSample::texts() const {
  std::vector<BeadText> out;
  out.reserve(beads_.size());
  for (const Owned& bead : beads_) out.push_back({bead.zh, bead.en, bead.weight});
  return out;
}

bool learn(const LearnFlags& flags) {
  if (!is_standard_output(flags.out) && !flags.out.ends_with(".dqlex") && !flags.out.ends_with(".tsv")) {
    throw Error(ErrorCode::invalid_option,
                fmt::format("the output {} must end in .dqlex, or in .tsv for a lexicon as text", flags.out));
  }
  refuse_overwriting(flags.inputs, flags.out);
  refuse_overwriting(flags.lexicons, flags.out);
  if (!flags.batch.empty()) refuse_overwriting({flags.batch}, flags.out);
  Learner learner(flags);
  learner.run();
  learner.write();
  if (learner.failures() > 0) {
    complain(fmt::format("{} of {} documents failed; the lexicon comes from the others", learner.failures(),
                         learner.documents()));
  }
  return learner.failures() == 0;
}

}  // namespace duiqi::tool
