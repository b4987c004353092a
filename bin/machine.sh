# shellcheck shell=bash
# What the machine must have: a JDK, Debian's packages, room on the disk, free ports.

# JAVA_HOME is a JDK 25 or newer afterwards.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "${JVM_FOLDERS[@]/%//*}"; do
    # The folders' patterns are meant to be expanded.
    # shellcheck disable=SC2231
    for candidate in $candidate; do
      if is_jdk_25 "$candidate"; then export JAVA_HOME=$candidate; return 0; fi
    done
  done
  if [ "${1:-}" != again ] && apt-cache show openjdk-25-jdk-headless 2>/dev/null | grep -q '^Package'; then
    install_packages openjdk-25-jdk-headless
    find_jdk again
    return 0
  fi
  die "Không tìm thấy JDK 25 trở lên: hãy cài (ví dụ Eclipse Temurin 25) rồi đặt biến JAVA_HOME." \
      "No JDK 25 or newer was found: install one (such as Eclipse Temurin 25) and set JAVA_HOME."
}

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$version" ] && [ "$version" -ge 25 ]
}

# need_packages PACKAGE…: installs those that are missing.
need_packages() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  command -v apt-get >/dev/null || die "Máy này không có apt-get; hãy tự cài: $*." "This machine has no apt-get; install by hand: $*."
  [ "$(id -u)" = 0 ] || die "Cần quyền root để cài các gói: $*." "Root is needed to install the packages: $*."
  say "  … đang cài: $*" "  … installing: $*"
  local log=$STATE/log/packages.log
  # Debian's PostgreSQL makes and starts a cluster of its own when it is installed; ours is private, so it must not.
  case " $* " in *" postgresql-15 "*)
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      mkdir -p /etc/postgresql-common
      echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    fi ;;
  esac
  if ! apt_get_install "$@" >"$log" 2>&1; then
    # An installation that was interrupted earlier has to be finished first.
    if grep -q 'dpkg --configure -a' "$log" && dpkg --configure -a >>"$log" 2>&1 && apt_get_install "$@" >>"$log" 2>&1; then return 0; fi
    die "Không cài được gói ($*): $(reason "$log"); xem $log." "A package could not be installed ($*): $(reason "$log"); see $log."
  fi
}

apt_get_install() {
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@"
}

# reason LOG: what the log says of the failure, as far as one line can say it.
reason() {
  local line
  line=$(grep -m 1 -E 'No space left on device' "$1") \
    || line=$(grep -m 1 -E '^(E:|Err:|\[ERROR\]|error:|Error:)' "$1") \
    || line=$(grep -v '^[[:space:]]*$' "$1" | tail -n 1) || true
  line=${line#E: } line=${line#\[ERROR\] } line=${line#Error: }
  printf '%.200s' "${line%.}"
}

# Room for what is built beside the sources, and for what a run writes.
need_disk() {
  local folder free
  for folder in "$here" "$STATE"; do
    free=$(df -Pm "$folder" | awk 'NR==2 {print $4}')
    [ "$free" -ge "$DISK_NEEDED" ] || die "Ổ đĩa gần đầy: $folder chỉ còn $free MiB, cần ít nhất $DISK_NEEDED MiB." \
      "The disk is nearly full: $folder has $free MiB left, at least $DISK_NEEDED MiB are needed."
  done
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

need_free_ports() {
  local port
  for port in "$@"; do
    ! port_is_taken "$port" || die "Cổng $port đang được chương trình khác dùng; hãy đặt LIENTHONG_PORT_OFFSET, ví dụ 100." \
      "Port $port is taken by another program; set LIENTHONG_PORT_OFFSET, for example 100."
  done
}
