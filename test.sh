#!/usr/bin/env bash
# Builds everything, checks the form and runs all tests. May be run again and again.
# Usage: ./test.sh [--fast]
#   --fast   leaves out the tests that need a browser, an Asterisk or minutes of hearing (Category=Long); under five minutes
# Installs by apt what the tests need and this machine lacks (as root, or by sudo). The tests with a real Asterisk use the tools in
# $CALLINTAKE_ASTERISK_TOOLS, by default ../shared/tools/asterisk; where they cannot run, everything else does, and their group is one failure.
# The last line is always: N passed, N failed, N skipped. Exit code 0 only when something ran and nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

fast='' no_asterisk='' passed=0 failed=0 skipped=0
case ${1:-} in
  '') ;;
  --fast) fast=1 ;;
  -h | --help) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0"; exit 0 ;;
  *) printf 'test.sh: unknown option %s (see --help)\n' "$1" >&2; exit 2 ;;
esac

began=$SECONDS
results=$(mktemp -d "${TMPDIR:-/tmp}/callintake-tests.XXXXXX") || exit 1
summary() {
  local code=$?
  [ "$code" = 0 ] || [ "$failed" -gt 0 ] || failed=1 # ended before it could count: that is a failure, too
  rm -rf "$results"
  printf '\nafter %d s\n%d passed, %d failed, %d skipped\n' $((SECONDS - began)) "$passed" "$failed" "$skipped"
  if [ "$failed" -gt 0 ] || [ "$passed" = 0 ]; then exit 1; fi
}
trap summary EXIT
trap 'exit 130' INT TERM HUP
say() { printf '\n== %s (%d s)\n' "$*" $((SECONDS - began)); }
die() { printf 'test.sh: %s\n' "$*" >&2; exit 1; }

export DEBIAN_FRONTEND=noninteractive DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

# ---- what the tests need ---------------------------------------------------------------------------------------------------------
missing=()
need() { # PACKAGE COMMAND-OR-FILE...: the package is missing when none of them is there
  local package=$1 thing; shift
  for thing in "$@"; do
    if command -v "$thing" >/dev/null || compgen -G "$thing" >/dev/null; then return; fi
  done
  missing+=("$package")
}
need postgresql '/usr/lib/postgresql/*/bin/initdb'
need espeak-ng espeak-ng
need libgomp1 '/usr/lib/*-linux-gnu/libgomp.so.1' # the embedded recogniser computes with several threads
if [ -z "$fast" ]; then
  need chromium chromium chromium-browser google-chrome
  need fonts-dejavu-core /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf # Kazakh letters in pictures
  need debootstrap debootstrap                      # for the root file system with Asterisk
  need util-linux unshare
  need iproute2 ss
fi
if [ ${#missing[@]} -gt 0 ]; then
  say "installing ${missing[*]}"
  command -v apt-get >/dev/null || die "please install: ${missing[*]} (there is no apt-get here)"
  root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || die "please install as root: ${missing[*]}"
    root=(sudo)
  fi
  "${root[@]}" apt-get -q -o DPkg::Lock::Timeout=300 update >"$results/apt.log" 2>&1 ||
    { tail -n 20 "$results/apt.log" >&2; die "apt-get update failed"; }
  "${root[@]}" apt-get -qy -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}" </dev/null >"$results/apt.log" 2>&1 ||
    { tail -n 20 "$results/apt.log" >&2; die "could not install ${missing[*]}"; }
fi

command -v dotnet >/dev/null || die "the .NET 10 SDK is missing: see https://dotnet.microsoft.com/download"
sdk=$(dotnet --version 2>&1) || die "no .NET SDK that fits global.json: $sdk"

if [ -z "$fast" ]; then
  tools=${CALLINTAKE_ASTERISK_TOOLS:-../shared/tools/asterisk}
  if [ ! -x "$tools/make-rootfs.sh" ]; then
    no_asterisk="the tools that run a real Asterisk are not in $tools: set CALLINTAKE_ASTERISK_TOOLS, or use --fast"
  elif [ "$(id -u)" != 0 ]; then
    no_asterisk="the tests with a real Asterisk must run as root (chroot, mounts); without them: --fast"
  else
    CALLINTAKE_ASTERISK_TOOLS=$(cd "$tools" && pwd)
    export CALLINTAKE_ASTERISK_TOOLS
    say "root file system with Asterisk"
    "$CALLINTAKE_ASTERISK_TOOLS/make-rootfs.sh" </dev/null || no_asterisk="no root file system with Asterisk could be made"
  fi
  [ -z "$no_asterisk" ] || printf 'test.sh: %s; everything else runs, the group "asterisk" fails\n' "$no_asterisk" >&2
fi

# ---- build and form --------------------------------------------------------------------------------------------------------------
say "build with SDK $sdk, warnings are errors"
dotnet build CallIntake.sln --nologo -v quiet -clp:ErrorsOnly || die "the build failed"

say "form (dotnet format)"
if ! dotnet format CallIntake.sln --verify-no-changes --no-restore >"$results/format.log" 2>&1; then
  head -n 40 "$results/format.log" >&2
  printf 'test.sh: the form of the code differs from .editorconfig; run: dotnet format\n' >&2
  failed=$((failed + 1))
fi

# ---- tests -----------------------------------------------------------------------------------------------------------------------
assembly=CallIntake.Tests/bin/Debug/net10.0/CallIntake.Tests.dll
[ -f "$assembly" ] || die "$assembly was not built"
count() { # FILE ATTRIBUTE: sum of an attribute over all assemblies of an xunit report
  grep -o '<assembly [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}
run() { # REPORT MINUTES FILTER...: runs tests and counts them into ok, bad, idle
  local report=$1 minutes=$2 code; shift 2
  timeout --kill-after=30 "${minutes}m" dotnet "$assembly" -noColor -noLogo -noAutoReporters -longRunning 120 -result-xml "$report" "$@" </dev/null
  code=$?
  if [ ! -s "$report" ] || ! grep -q '<assembly ' "$report"; then
    printf 'test.sh: the tests ended with exit code %d and left no report\n' "$code" >&2
    ok=0 bad=1 idle=0
    return
  fi
  ok=$(count "$report" passed) bad=$(($(count "$report" failed) + $(count "$report" errors))) idle=$(count "$report" skipped)
  if [ $((ok + bad)) = 0 ]; then
    printf 'test.sh: not one test ran\n' >&2
    bad=1
  elif [ $code != 0 ] && [ "$bad" = 0 ]; then
    printf 'test.sh: the tests ended with exit code %d although none of them failed\n' "$code" >&2
    bad=1
  fi
}
# Tests that drive other programs (a database, a browser, an Asterisk, telephones) may stumble over them once: what failed runs a second time,
# alone, and is named either way. What fails twice has failed.
group() { # NAME MINUTES FILTER...
  local name=$1 ok bad idle first_ok again=(); shift
  say "tests: $name"
  run "$results/$name.xml" "$@"
  skipped=$((skipped + idle)) first_ok=$ok
  if [ "$bad" -gt 0 ]; then
    mapfile -t again < <(grep -o '<test [^>]*result="Fail"[^>]*>' "$results/$name.xml" 2>/dev/null | sed -E 's/.* type="([^"]*)".* method="([^"]*)".*/-method\n\1.\2/' | awk '/^-method$/ { next } !seen[$0]++ { print "-method"; print }')
    if [ ${#again[@]} -gt 0 ] && [ ${#again[@]} -le 12 ]; then
      say "tests: $name, once more: ${again[*]}"
      local failures=$bad
      run "$results/$name-again.xml" 10 "${again[@]}"
      [ "$bad" != 0 ] || printf 'test.sh: %d of "%s" failed once and passed alone\n' "$failures" "$name" >&2
      [ "$bad" != 0 ] || first_ok=$((first_ok + failures))
    fi
  fi
  passed=$((passed + first_ok)) failed=$((failed + bad))
}
group main 18 -trait- Category=Asterisk -trait- Category=Browser ${fast:+-trait- Category=Long}
if [ -z "$fast" ]; then
  group browser 14 -trait Category=Browser -trait- Category=Asterisk
  if [ -z "$no_asterisk" ]; then
    group asterisk 22 -trait Category=Asterisk
  else
    say "tests: asterisk"
    printf 'test.sh: NOT RUN, which counts as a failure: %s\n' "$no_asterisk" >&2
    failed=$((failed + 1))
  fi
fi
exit 0
