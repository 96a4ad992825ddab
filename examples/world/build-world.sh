#!/bin/sh
# Makes a casebook of the whole world from the companion data of "Scorecard Diplomacy", by commands alone.
#
#   examples/world/build-world.sh DATA DIR       e.g. examples/world/build-world.sh ../shared/data /tmp/world
#
# DATA holds policy_index.csv or policy_index.rds, map_tiers.csv, tiers_2015.csv, crim_cases.csv, leaders.csv, funding_clean.csv,
# aid_total.csv, oecd_dac_countries.csv, cables_trafficking.csv, map_approximate_embassy_locations.csv and
# timeline_recommendations_indonesia.csv. DIR becomes the casebook; run again, it comes out the same.
#
# policy_index.rds, as R keeps it, has the years of criminalization of all countries; where it is there it is taken in place of
# policy_index.csv and of crim_cases.csv, which has them for fifteen only, and with it come the analyses of criminalization.
#
# It makes: casebook.yaml, countries.csv (aliases, Kosovo, groups of the DAC list and `developed`), grades.csv,
# series/policy-index, series/year-joined, analyses/, record/laws.csv, governments.csv, record/grants.csv, record/aid, cables.csv, posts.csv,
# record/recommendations.csv, and in imports/ what each import guessed, left out or could not match.
# $DEMARCHE names the command where it is not this checkout's own.
set -eu
if [ $# -ne 2 ]; then
  sed -n '2,5s/^# \{0,1\}//p' "$0"
  exit 2
fi
data=$1
dir=$2
index=$data/policy_index.rds
laws=
if [ ! -e "$index" ]; then
  index=$data/policy_index.csv
  laws=$data/crim_cases.csv
fi
here=$(dirname "$0")
demarche=${DEMARCHE:-"node $here/../../dist/cli/main.js"}

mkdir -p "$dir"
[ -e "$dir/casebook.yaml" ] || cat >"$dir/casebook.yaml" <<'YAML'
title: The TIP Report, everywhere
description: Grades, policies, laws, grants and aid of all countries in the Trafficking in Persons Report, 2000–2015.
authors: [Demarche contributors]
language: en
licence: CC-BY-4.0
url: https://demarche.example/world/
release: 2026-11-22
years: 1999-2016
scorecard:
  name: Trafficking in Persons Report
  short: TIP Report
  grader: US Department of State
  since: 2001
  tiers: # best first
    - {id: 1, label: Tier 1}
    - {id: 2, label: Tier 2}
    - id: 2WL
      label: Tier 2 Watch List
      short: WL
      since: 2004
      aliases: [Watch List, Watchlist]
      limit: {years: 2, waivers: 2, since: 2009, next: 3, source: tvpra-2008}
    - {id: 3, label: Tier 3}
statistics:
  years: 2001-2013
  caption: Key statistics, 2001–2013 (sums)
  rows:
    - id: aid-total
      label: Total aid, sum
      from: record/aid
      column: total
      aggregation: sum
      absent: zero
      scale: 1e-6
      unit: million US dollars (constant)
      format: dollars
    - id: aid-us
      label: Aid from the US, sum
      from: record/aid
      column: us
      aggregation: sum
      absent: zero
      scale: 1e-6
      unit: million US dollars (constant)
      format: dollars
    - id: tip-grants
      label: TIP grants, sum
      from: record/grants
      column: amount
      aggregation: sum
      absent: zero
      unit: US dollars
      format: dollars
figures:
  timeline:
    years: 2000-2014
    index: policy-index.p
    label: Anti-TIP policy index
YAML

# What ISO 3166-1 does not say: Kosovo, the names that the data use, and that the report has graded Serbia and
# Montenegro apart since 2003, while they were one state until 2006.
[ -e "$dir/countries.csv" ] || cat >"$dir/countries.csv" <<'CSV'
country,name,adjective,aliases,group,group_from,group_to,from,to
XKX,Kosovo,Kosovar,,,,,1999,
SRB,Serbia,Serbian,,,,,1999,
MNE,Montenegro,Montenegrin,,,,,1999,
BRN,,,Brunei,,,,,
CHN,,,China (PRC),,,,,
COD,,,"Congo, Democratic Rep. of",,,,,
COG,,,"Congo, Republic of",,,,,
CPV,,,Cabo Verde,,,,,
FSM,,,Micronesia,,,,,
KOR,South Korea,South Korean,"Korea, South",,,,,
LAO,,,Laos,,,,,
MAC,,,Macau,,,,,
MDA,,,Moldova,,,,,
MKD,,,Macedonia,,,,,
MMR,,,Burma,,,,,
PRK,North Korea,North Korean,"Korea, North",,,,,
SWZ,,,Swaziland,,,,,
SXM,,,St. Maarten,,,,,
SYR,,,Syria,,,,,
TLS,,,East Timor,,,,,
VAT,,,Vatican,,,,,
CSV

[ -e "$dir/sources.json" ] || cat >"$dir/sources.json" <<'JSON'
[
  {"id": "tip-report", "type": "report", "title": "Trafficking in Persons Report", "author": [{"literal": "US Department of State"}], "publisher": "US Department of State", "note": "Grades taken from a tier data set, not read off the printed reports."},
  {"id": "cho-3p", "type": "article-journal", "title": "Determinants of Anti-Trafficking Policies: Evidence from a New Index", "author": [{"family": "Cho", "given": "Seo-Young"}, {"family": "Dreher", "given": "Axel"}, {"family": "Neumayer", "given": "Eric"}], "issued": {"date-parts": [[2014]]}, "container-title": "Scandinavian Journal of Economics", "volume": "116", "issue": "2"},
  {"id": "criminalization-data", "type": "dataset", "title": "Criminalization of human trafficking by country and year"},
  {"id": "archigos", "type": "dataset", "title": "Archigos: A Dataset of Political Leaders", "author": [{"family": "Goemans", "given": "Henk E."}, {"family": "Gleditsch", "given": "Kristian Skrede"}, {"family": "Chiozza", "given": "Giacomo"}], "issued": {"date-parts": [[2009]]}},
  {"id": "tip-grants-list", "type": "dataset", "title": "US-funded anti-trafficking grants by country and year, 2001–2014"},
  {"id": "aiddata", "type": "dataset", "title": "Aid commitments by recipient and year, constant US dollars", "author": [{"literal": "AidData"}]},
  {"id": "recommendations-data", "type": "dataset", "title": "Recommendations of the Trafficking in Persons Reports to Indonesia, with progress by year"},
  {"id": "tvpra-2008", "type": "legislation", "title": "William Wilberforce Trafficking Victims Protection Reauthorization Act of 2008", "number": "Public Law 110-457", "section": "107", "issued": {"date-parts": [[2008, 12, 23]]}, "URL": "https://www.govinfo.gov/app/details/PLAW-110publ457"}
]
JSON

mkdir -p "$dir/series"
[ -e "$dir/series/policy-index.yaml" ] || cat >"$dir/series/policy-index.yaml" <<'YAML'
label: Anti-TIP policy index
description: The 3P index, the sum of prosecution, prevention and protection, each from 1 to 5.
source: cho-3p
YAML

# Where two rows disagree: a tier is taken from map_tiers.csv; of the months that the index of cables has twice, the later.
$demarche import all \
  "$data/map_tiers.csv" "$data/tiers_2015.csv" "$index" ${laws:+"$laws"} "$data/leaders.csv" \
  "$data/funding_clean.csv" "$data/aid_total.csv" "$data/oecd_dac_countries.csv" "$data/cables_trafficking.csv" \
  "$data/map_approximate_embassy_locations.csv" "$data/timeline_recommendations_indonesia.csv" \
  --into "$dir" --rest developed --prefer map_tiers.csv last \
  --source tip-report "$(basename "${laws:-$index}")=criminalization-data" leaders.csv=archigos funding_clean.csv=tip-grants-list \
  aid_total.csv=aiddata timeline_recommendations_indonesia.csv=recommendations-data

# The year in which a country came into the report stands in the policy index's file; under a name of its own its report
# does not take the place of the first.
joined=$(mktemp -d)
trap 'rm -rf "$joined"' EXIT
years=$joined/years_joined.${index##*.}
cp "$index" "$years"
$demarche import panel "$years" --into "$dir" --country countryname --year year --value start_year \
  --series year-joined --label "First year in the report" --source cho-3p

mkdir -p "$dir/analyses"
for file in "$here"/analyses/*.yaml; do
  case $file in *criminalization-*) [ -z "$laws" ] || continue ;; esac
  [ -e "$dir/analyses/$(basename "$file")" ] || cp "$file" "$dir/analyses/"
done
