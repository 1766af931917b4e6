#!/usr/bin/env bash
# Installs what is missing to build and test, and reuses what is there. Sourced by ./serve and ./test.
#
# Everything lands in one cache shared by all clones (~/.cache/stackengine, or $STACKENGINE_TOOLS), linked as .tools.
# Only Debian's packages (Chromium, Firefox ESR, WebKitGTK, ShellCheck) need root; without it the one line to run is
# printed.

TRUNK_VERSION=0.21.14
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
TOOLS=${STACKENGINE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/stackengine}
mkdir -p "$TOOLS/bin"
[ -e .tools ] && [ ! -L .tools ] && { echo "setup: .tools is a folder of your own; move it away" >&2; exit 2; }
ln -sfn "$TOOLS" .tools
export PATH="$TOOLS/bin:$TOOLS/node_modules/.bin:$HOME/.cargo/bin:$PATH"
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false

say() { printf '\n== %s\n' "$*" >&2; }
need() { command -v "$1" >/dev/null 2>&1 || { echo "setup: $1 is missing: $2" >&2; exit 2; }; }

# The version in Cargo.lock is the one that the command line tool must have.
locked_version() { sed -n "/^name = \"$1\"$/{n;s/^version = \"\(.*\)\"$/\1/p;q}" Cargo.lock; }

# cargo_tool CRATE BINARY VERSION: a prebuilt binary where cargo-binstall is there, else built once.
cargo_tool() {
  local crate=$1 binary=$2 version=$3
  if "$binary" --version 2>/dev/null | grep -qwF "$version"; then return; fi
  say "installing $crate $version (built from source it takes 3 to 8 minutes, once)"
  if command -v cargo-binstall >/dev/null 2>&1 &&
    cargo binstall --no-confirm --root "$TOOLS" --version "$version" "$crate"; then return; fi
  CARGO_TARGET_DIR="$TOOLS/build" cargo install --root "$TOOLS" --version "$version" --locked "$crate" ||
    CARGO_TARGET_DIR="$TOOLS/build" cargo install --root "$TOOLS" --version "$version" "$crate"
  rm -rf "$TOOLS/build"
}

npm_tools() {
  command -v npm >/dev/null 2>&1 || debian_packages nodejs npm
  local stamp="$TOOLS/node_modules/.stackengine-lock"
  cmp -s scripts/npm/package-lock.json "$stamp" && return
  say "installing wasm-opt and the browser test tools from npm (under a minute)"
  cp scripts/npm/package.json scripts/npm/package-lock.json "$TOOLS/"
  npm ci --prefix "$TOOLS" --silent
  cp scripts/npm/package-lock.json "$stamp"
}

# debian_packages PACKAGE...: all or nothing, so that one line is enough for who has no root.
debian_packages() {
  local missing=() package program
  for package in "$@"; do
    case $package in
      nodejs) program=node ;;
      webkit2gtk-driver) program=WebKitWebDriver ;;
      xvfb) program=Xvfb ;;
      *) program=$package ;;
    esac
    command -v "$program" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  # What a package merely recommends is 90 MB more; of that, fonts and certificates are needed.
  local install="install -y --no-install-recommends ${missing[*]} fonts-liberation ca-certificates"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "installing ${missing[*]} (Debian packages)"
    # shellcheck disable=SC2086 # words, each a package
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get -qq $install >/dev/null
  else
    echo "setup: ${missing[*]} missing. This needs root once:  sudo sh -c 'apt-get update && apt-get $install'" >&2
    exit 2
  fi
}

# What the page needs: wasm target, Trunk, wasm-bindgen, wasm-opt.
setup_build() {
  need cargo "install Rust with https://rustup.rs"
  # rust-toolchain.toml names channel, components and the wasm target; where rustup is there, it fetches them.
  # A toolchain that was there before does not get the target by itself.
  if command -v rustup >/dev/null 2>&1; then
    rustup show active-toolchain >/dev/null 2>&1 || rustup toolchain install
    rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
  fi
  cargo --version >/dev/null
  npm_tools
  [ -f Trunk.toml ] || return 0
  cargo_tool wasm-bindgen-cli wasm-bindgen "$(locked_version wasm-bindgen)"
  cargo_tool trunk trunk "$TRUNK_VERSION"
}

# What the tests need beside that.
setup_test() {
  setup_build
  debian_packages chromium firefox-esr webkit2gtk-driver xvfb shellcheck
  python_tools
}

python_tools() {
  local pinned
  pinned=$(cat scripts/python-requirements.txt)
  [ "$(cat "$TOOLS/checkov/.stackengine-lock" 2>/dev/null)" = "$pinned" ] && return
  say "installing Checkov, the schema checkers, moto and pglast from PyPI (about two minutes)"
  python3 -m venv "$TOOLS/checkov" || {
    debian_packages python3 || true
    [ "$(id -u)" = 0 ] && apt-get install -y -qq python3-venv >/dev/null
    python3 -m venv --clear "$TOOLS/checkov"
  }
  "$TOOLS/checkov/bin/pip" install --quiet --disable-pip-version-check -r scripts/python-requirements.txt
  printf '%s\n' "$pinned" >"$TOOLS/checkov/.stackengine-lock"
}

# One checksum of what the page is made from and of what was made: while neither changes, nothing is built. Outside a
# clone nobody knows what is a source, and it is built each time.
page_checksum() {
  [ -f dist/index.html ] && git rev-parse --is-inside-work-tree >/dev/null 2>&1 || return 0
  {
    printf '%s\n' "${STACKENGINE_BASE_URL-}" "$TRUNK_VERSION" "$(rustc --version)" "$(cat scripts/npm/package-lock.json)"
    git ls-files -z --cached --others --exclude-standard -- Cargo.toml Cargo.lock rust-toolchain.toml Trunk.toml \
      index.html crates www | xargs -0 sha256sum 2>/dev/null || true
    find dist -type f -print0 | sort -z | xargs -0 sha256sum
  } | sha256sum
}

build_page() {
  local stamp=target/page.checksum before
  before=$(page_checksum)
  if [ -n "$before" ] && [ "$before" = "$(cat "$stamp" 2>/dev/null)" ]; then
    say "the page stands: dist/ is what these sources make"
    return
  fi
  say "building the page"
  cargo fetch --locked --quiet
  trunk build --release --offline || return
  mkdir -p target
  page_checksum >"$stamp"
}
