#include "corpus/pair_output.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

#include <duiqi/error.hpp>

#include "corpus/output_names.hpp"
#include "io/tmx.hpp"

namespace duiqi::corpus {
namespace {

std::string part_of(const std::string& name) {
  return OutputFile::target_of(name) + ".part";
}

}  // namespace

PairOutput::PairOutput(const std::string& out, CorpusOutput output, std::uint64_t shard_bytes,
                       const OutputPosition* at)
    : out_(out), output_(output), shard_bytes_(shard_bytes) {
  const bool several = shard_bytes > 0 || output.format == CorpusFormat::moses;
  if (several && OutputFile::target_of(out).empty()) {
    throw Error(ErrorCode::invalid_option, "shards and moses are several files; name an OUT that is a file",
                {out, std::nullopt, std::nullopt});
  }
  if (at != nullptr) {
    position_ = *at;
    kept_ = true;
  }
  if (at == nullptr && shard_bytes > 0) position_.shard = 1;
  open(at);
}

PairOutput::~PairOutput() {
  if (kept_) return;
  // Of the shard under way the files remove themselves.
  for (std::uint64_t shard = 1; shard < position_.shard; ++shard) {
    for (const std::string& name : output_names(out_, output_, shard)) ::unlink(part_of(name).c_str());
  }
}

void PairOutput::open(const OutputPosition* at) {
  files_.clear();
  const std::vector<std::string> names = output_names(out_, output_, position_.shard);
  for (std::size_t k = 0; k < names.size(); ++k) {
    files_.push_back(std::make_unique<OutputFile>(
        names[k], output_.compression, at == nullptr ? std::nullopt : std::optional(at->sizes.at(k))));
  }
  if (at != nullptr || output_.format != CorpusFormat::tmx) return;
  std::string begin;
  io::append_tmx_begin(begin, {});
  files_.front()->append(begin);
}

void PairOutput::append(const FinishedPair& pair) {
  // Between documents, so that none stands in two.
  const bool full = shard_bytes_ > 0 && position_.shard_bytes >= shard_bytes_;
  if (full && pair.document != position_.document) {
    end();
    for (const auto& file : files_) {
      file->close();
      file->keep();  // from here on the shards before are removed by number
    }
    ++position_.shard;
    position_.shard_bytes = 0;
    open(nullptr);
  }
  ++position_.pairs;
  position_.document = pair.document;
  if (output_.format == CorpusFormat::tmx)
    files_.front()->append(fmt::format("    <tu tuid=\"{}\">\n", position_.pairs));
  for (std::size_t k = 0; k < files_.size(); ++k) {
    files_[k]->append(pair.lines[k]);
    position_.shard_bytes += pair.lines[k].size();
  }
}

std::size_t PairOutput::pending() const {
  std::size_t out = 0;
  for (const auto& file : files_) out += file->pending();
  return out;
}

void PairOutput::cut() {
  for (const auto& file : files_) file->cut();
}

OutputPosition PairOutput::position() const {
  OutputPosition out = position_;
  out.sizes.clear();
  for (const auto& file : files_) out.sizes.push_back(file->written());
  return out;
}

void PairOutput::end() {
  if (output_.format == CorpusFormat::tmx) {
    std::string end;
    io::append_tmx_end(end);
    files_.front()->append(end);
  }
  cut();
}

void PairOutput::keep() {
  kept_ = true;
  for (const auto& file : files_) file->keep();
}

void PairOutput::commit() {
  for (const auto& file : files_) file->close();
  if (!OutputFile::target_of(out_).empty()) name_outputs(out_, output_, position_.shard);
  kept_ = true;
}

void name_outputs(const std::string& out, CorpusOutput output, std::uint64_t last_shard) {
  const std::uint64_t first = std::min<std::uint64_t>(last_shard, 1);
  for (std::uint64_t shard = first; shard <= last_shard; ++shard) {
    for (const std::string& name : output_names(out, output, shard)) OutputFile::give_name(name);
  }
  for (std::uint64_t shard = last_shard + 1; last_shard > 0; ++shard) {
    bool any = false;
    for (const std::string& name : output_names(out, output, shard)) {
      any = ::unlink(name.c_str()) == 0 || any;
      any = ::unlink(part_of(name).c_str()) == 0 || any;
    }
    if (!any) return;
  }
}

}  // namespace duiqi::corpus
