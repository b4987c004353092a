# What the machine must have: a JDK, Debian's packages, room on the disk, free ports.

# JAVA_HOME is a JDK 25 or newer afterwards.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/*jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    if is_jdk_25 "$candidate"; then export JAVA_HOME=$candidate; return; fi
  done
  if apt-cache show openjdk-25-jdk-headless >/dev/null 2>&1; then
    install_packages openjdk-25-jdk-headless
    for candidate in /usr/lib/jvm/*; do
      if is_jdk_25 "$candidate"; then export JAVA_HOME=$candidate; return; fi
    done
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
  mkdir -p "$STATE/log"
  local log=$STATE/log/packages.log
  # Debian's PostgreSQL makes and starts a cluster of its own when it is installed; ours is private, so it must not.
  case " $* " in *" postgresql-15 "*)
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
      mkdir -p /etc/postgresql-common
      echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    fi ;;
  esac
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o Dpkg::Options::=--force-confold "$@"; } >"$log" 2>&1 \
    || die "Không cài được gói ($*); xem $log." "A package could not be installed ($*); see $log."
}

need_disk() {
  local free
  mkdir -p "$STATE" 2>/dev/null || die "Không ghi được vào $STATE." "Cannot write to $STATE."
  [ -w "$STATE" ] || die "Không ghi được vào $STATE." "Cannot write to $STATE."
  free=$(df -Pm "$STATE" | awk 'NR==2 {print $4}')
  [ "$free" -ge "$DISK_NEEDED" ] || die "Ổ đĩa gần đầy: $STATE chỉ còn $free MiB, cần ít nhất $DISK_NEEDED MiB." \
    "The disk is nearly full: $STATE has $free MiB left, at least $DISK_NEEDED MiB are needed."
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

need_free_ports() {
  local port
  for port in "$@"; do
    ! port_is_taken "$port" || die "Cổng $port đang được chương trình khác dùng; hãy đặt LIENTHONG_PORT_OFFSET, ví dụ 100." \
      "Port $port is taken by another program; set LIENTHONG_PORT_OFFSET, for example 100."
  done
}
