// Layer: corpus. How the report's page looks: light or dark as the reader's system, on paper always light.
#pragma once

#include <string_view>

namespace duiqi::corpus {

inline constexpr std::string_view report_style = R"(
:root { color-scheme: light dark; --back: #f6f7f9; --card: #ffffff; --ink: #1c2430; --soft: #566173; --line: #d9dee6;
  --bar: #2f6fb3; --kept: #2c7a4b; --drop: #b4552d; }
@media screen and (prefers-color-scheme: dark) { :root { --back: #14181e; --card: #1d232c; --ink: #e4e8ee; --soft: #a3aebd;
  --line: #37404d; --bar: #6ea8e6; --kept: #63c08a; --drop: #e39268; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.25rem 1rem 3rem; background: var(--back); color: var(--ink);
  font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
p { margin: 0 0 .6rem; color: var(--soft); overflow-wrap: anywhere; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem; margin: 1rem 0 0;
  break-inside: avoid; }
section.long { break-inside: auto; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0 0; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem .8rem; }
.tiles dt { color: var(--soft); font-size: .85rem; }
.tiles dd { margin: 0; font-size: 1.3rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .2rem .5rem .2rem 0; font-weight: normal; }
thead th { color: var(--soft); font-size: .85rem; border-bottom: 1px solid var(--line); }
td.bar { width: 60%; vertical-align: middle; }
td.count { text-align: right; white-space: nowrap; padding: .2rem 0 .2rem .7rem; font-variant-numeric: tabular-nums; }
td.bar svg { display: block; width: 100%; height: 14px; }
td.text, th.text { overflow-wrap: anywhere; unicode-bidi: isolate; }
.two .bars tr { display: grid; grid-template-columns: 1fr auto 5.2rem; padding: .2rem 0; }
.two .bars, .two .bars tbody { display: block; } .two .bars td.bar { grid-column: 1 / -1; grid-row: 2; width: 100%; padding: 0; }
table.rows td, table.rows th { border-bottom: 1px solid var(--line); }
.fixed { table-layout: fixed; }
.given th, .given td { font-weight: 600; }
.plot { display: block; width: 100%; height: 190px; overflow: visible; }
svg text { fill: var(--soft); font-size: 12px; }
svg line { stroke: var(--line); }
rect.bar { fill: var(--bar); } rect.kept { fill: var(--kept); } rect.drop { fill: var(--drop); } rect.rail { fill: var(--line); }
.pair { border-top: 1px solid var(--line); padding: .5rem 0; overflow-wrap: anywhere; }
.pair div { unicode-bidi: isolate; }
.pair .why { color: var(--soft); font-size: .9rem; }
@media (max-width: 36rem) { body { padding: 1rem .6rem 2rem; } section { padding: .8rem; }
  .bars tr { display: grid; grid-template-columns: 1fr auto 5.2rem; padding: .2rem 0; }
  table.bars, .bars tbody { display: block; } .bars td.bar { grid-column: 1 / -1; grid-row: 2; width: 100%; padding: 0; } }
@media print { :root { color-scheme: light; } body { background: none; max-width: none; font-size: 10pt; } rect { print-color-adjust: exact; }
  section, .tiles div { border-color: #999; } }
)";

}  // namespace duiqi::corpus
