# shellcheck shell=bash
# Building: once for the same sources.

RUNTIME_PACKAGES=(maven softhsm2 postgresql-15 openssl poppler-utils)
TEST_PACKAGES=("${RUNTIME_PACKAGES[@]}" qpdf mupdf-tools xmlsec1 opensc chromium python3-zeep python3-xmlsec python3-cryptography zip unzip xxd libnss3-tools libxml2-utils curl shellcheck python3-yaml)

sources_stamp() {
  (cd "$here" && find pom.xml .mvn ./*/pom.xml ./*/src docker/server -type f -print0 | LC_ALL=C sort -z \
    | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

build() {
  local stamp log=$STATE/log/build.log
  stamp=$(sources_stamp)
  [ -d "$SERVER_HOME" ] && [ -f "$BUILT" ] && [ "$(cat "$BUILT")" = "$stamp" ] && return 0
  if [ ! -w "$here" ] || { [ -e "$SERVER_HOME" ] && [ ! -w "$SERVER_HOME" ]; }; then
    die "Không ghi được vào $here; hãy chạy bằng tài khoản sở hữu thư mục đó (thường là root)." \
        "Cannot write to $here; run as the user who owns it (mostly root)."
  fi
  # A build that is interrupted is not taken for the last one that was not.
  rm -f "$BUILT"
  # The plug-in that provisions the server skips when one is there already.
  rm -rf "$SERVER_HOME"
  (umask 022; cd "$here" && mvn -B -ntp -Pquick package) >"$log" 2>&1 || build_failed "$log"
  # The plug-in closes the empty lists of management users to others; the server that is run is a copy by its own user.
  chmod -R a+rX "$SERVER_HOME"
  echo "$stamp" > "$BUILT"
}

build_failed() {
  if grep -qE 'No space left on device' "$1"; then
    die "Ổ đĩa đầy trong khi dựng chương trình; xem $1." "The disk is full, so the build stopped; see $1."
  elif grep -qE 'Unknown host|Temporary failure in name resolution|Network is unreachable|Connection refused|Could not transfer|in offline mode' "$1"; then
    die "Maven không tải được thư viện: máy có kết nối mạng không? Xem $1." "Maven could not fetch its libraries: is there a network? See $1."
  else
    die "Không dựng được chương trình: $(reason "$1"); xem $1." "The build failed: $(reason "$1"); see $1."
  fi
}

# classpath MODULE: its jar and everything that it needs at run time.
classpath() { printf '%s' "$here/$1/target/classes:$here/$1/target/lib/*"; }

# java_tool MODULE MAIN ARGUMENT…
java_tool() {
  local module=$1 main=$2; shift 2
  "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.util.logging.config.file="$here/bin/logging.properties" -cp "$(classpath "$module")" "$main" "$@"
}
