# shellcheck shell=bash
# The state folder: whose it is, and which parts of it the server may write.
#
# Where the launcher is root, the server runs as the system user lienthong (or LIENTHONG_USER), and what it uses belongs to
# that user: content, keys, secrets, configuration, its own logs. What the launcher writes belongs to root: log, run,
# postgres, demo. The folder itself is sticky, so that neither can put something else in the other's place.

# The layout of the folder that these scripts know: 1 had no number.
LAYOUT=2
# What the server uses.
SERVER_ENTRIES=(content secrets tmp pki tokens server softhsm2.conf directory.json exchange.properties)

# The folder exists, is ours, is of a layout that we know, and nobody else is at work on it. A second launcher waits for
# nobody: it says so and ends.
open_state() {
  local found
  { (umask 077; mkdir -p "$STATE"/{log,run}) && [ -w "$STATE" ]; } 2>/dev/null || not_writable
  if [ -e "$STATE/run/layout" ]; then
    found=$(cat "$STATE/run/layout")
    [ "$found" = "$LAYOUT" ] || die "Thư mục $STATE thuộc phiên bản khác (bố cục $found, ở đây cần $LAYOUT); hãy dùng đúng phiên bản hoặc đặt LIENTHONG_STATE." \
      "The folder $STATE is another version's (layout $found, this one needs $LAYOUT); use that version, or set LIENTHONG_STATE."
  elif [ ! -e "$STATE/exchange.properties" ]; then
    found=$(find "$STATE" -mindepth 1 -maxdepth 1 ! -name log ! -name run ! -name lock ! -name postgres ! -name content ! -name secrets ! -name tmp \
      ! -name pki ! -name tokens ! -name softhsm2.conf ! -name directory.json -printf '%f\n' -quit)
    [ -z "$found" ] || die "Thư mục $STATE chứa thứ khác ($found); hãy chọn thư mục trống cho LIENTHONG_STATE." \
      "The folder $STATE holds something else ($found); choose an empty one as LIENTHONG_STATE."
  fi
  hold_state
  { echo "$LAYOUT" >"$STATE/run/layout"; } 2>/dev/null || not_writable
}

# Nobody else is at work on the folder until this ends.
hold_state() {
  { exec 9>"$STATE/lock"; } 2>/dev/null || not_writable
  flock -n 9 || die "Một lệnh ./lienthong khác đang chạy trên $STATE." "Another ./lienthong is at work on $STATE."
}

# What runs in a folder that is closed to us cannot be told or stopped.
need_sight_of_state() {
  [ ! -d "$STATE" ] || [ -x "$STATE/run/server" ] || { [ -x "$STATE" ] && [ ! -e "$STATE/run/server" ]; } \
    || die "Không đọc được $STATE: hãy chạy bằng tài khoản sở hữu thư mục đó." "Cannot read $STATE: run as its owner."
}

not_writable() {
  die "Không ghi được vào $STATE: hãy chạy bằng tài khoản sở hữu thư mục đó, hoặc đặt LIENTHONG_STATE." \
      "Cannot write to $STATE: run as its owner, or set LIENTHONG_STATE."
}

# AS_SERVER is what to put before a command that the server's user shall run; the state folder is ready for him.
choose_server_user() {
  local user
  AS_SERVER=()
  user=$(id -un)
  if [ "$(id -u)" = 0 ]; then user=${LIENTHONG_USER:-lienthong}; fi
  if [ "$(id -u)" = 0 ] && [ "$user" != root ]; then
    id "$user" >/dev/null 2>&1 || useradd --system --user-group --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin "$user" 2>/dev/null \
      || die "Không tạo được người dùng hệ thống $user." "The system user $user could not be made."
    AS_SERVER=(setpriv "--reuid=$user" "--regid=$(id -g "$user")" --init-groups --inh-caps=-all --no-new-privs)
    if ! reachable; then AS_SERVER=(); user=root; fi
  fi
  hand_over "$user"
}

# Whether that user can read the program. A checkout in /root is closed to everybody else.
reachable() {
  local needed
  for needed in "$JAVA_HOME/bin/java" "$SERVER_HOME/standalone/configuration/mgmt-users.properties" "$SERVER_HOME/bin/standalone.sh" "$here/bin/run-server" \
    "$here/hsm-config/target/classes" "$here/exchange-ws/target/lienthong/WEB-INF" "$(dirname "$STATE")/."; do
    "${AS_SERVER[@]}" test -r "$needed" || "${AS_SERVER[@]}" test -x "$needed" || {
      say "  ! Máy chủ chạy bằng root vì người dùng $user không vào được $needed; hãy đặt thư mục ở nơi ai cũng vào được, ví dụ /opt." \
          "  ! The server runs as root, because the user $user cannot reach $needed; put the folder where everybody may enter, such as /opt."
      return 1
    }
  done
}

hand_over() {
  local user=$1 group entry
  group=$(id -gn "$user")
  if [ ${#AS_SERVER[@]} -eq 0 ]; then
    chmod 700 "$STATE" && mkdir -p "$STATE/run/server" "$STATE/log/server"
  else
    chown "root:$group" "$STATE" && chmod 1771 "$STATE" && chmod 711 "$STATE/log" "$STATE/run"
    install -d -o "$user" -g "$group" -m 700 "$STATE/run/server" "$STATE/log/server"
  fi
  [ "$(cat "$STATE/run/owner" 2>/dev/null)" != "$user" ] || return 0
  for entry in "${SERVER_ENTRIES[@]}"; do
    # Only what lies there itself: a link is changed and not followed.
    [ ! -e "$STATE/$entry" ] || [ "$(id -u)" != 0 ] || chown -RPh "$user:$group" "$STATE/$entry"
  done
  echo "$user" >"$STATE/run/owner"
}
