# Building: once for the same sources.

RUNTIME_PACKAGES=(maven softhsm2 postgresql-15 openssl poppler-utils)
TEST_PACKAGES=("${RUNTIME_PACKAGES[@]}" qpdf xmlsec1 python3-zeep python3-xmlsec unzip libnss3-tools)

sources_stamp() {
  (cd "$here" && find pom.xml .mvn ./*/pom.xml ./*/src docker/server -type f -print0 | LC_ALL=C sort -z \
    | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

build() {
  local stamp log=$STATE/log/build.log
  stamp=$(sources_stamp)
  [ -d "$SERVER_HOME" ] && [ -f "$STATE/run/built" ] && [ "$(cat "$STATE/run/built")" = "$stamp" ] && return
  mkdir -p "$STATE/log" "$STATE/run"
  [ -w "$here" ] && { [ ! -e "$SERVER_HOME" ] || [ -w "$SERVER_HOME" ]; } \
    || die "Không ghi được vào $here; hãy chạy bằng tài khoản sở hữu thư mục đó (thường là root)." \
           "Cannot write to $here; run as the user who owns it (mostly root)."
  # The plug-in that provisions the server skips when one is there already.
  rm -rf "$SERVER_HOME"
  (cd "$here" && mvn -B -ntp -Pquick package) >"$log" 2>&1 \
    || die "Không dựng được chương trình; xem $log." "The build failed; see $log."
  echo "$stamp" > "$STATE/run/built"
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
