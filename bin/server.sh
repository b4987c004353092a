# shellcheck shell=bash
# The server: its state, its database, its start and its end.

# The process that serves this state folder, or nothing; a number left behind may be another process by now. Traps call it:
# there a return without a number would give back what ended the command before, and end the trap with it.
server_pid() {
  local file pid
  # The second is where earlier versions kept it.
  for file in "$PID_FILE" "$STATE/run/server.pid"; do
    pid=$(head -c 20 "$file" 2>/dev/null | tr -cd 0-9) || true
    if [ -n "$pid" ] && serves_this_state "$pid"; then
      echo "$pid"
      return 0
    fi
  done
}

# Without a pipe into grep -q, which ends at the first match; what feeds it may die of that, and pipefail tells a failure.
serves_this_state() {
  local word words=()
  { mapfile -d '' -t words <"/proc/$1/cmdline"; } 2>/dev/null || return 1
  for word in "${words[@]}"; do
    [ "$word" != "-Dlienthong.state=$STATE" ] || return 0
  done
  return 1
}

# The keys, certificates, secrets and the directory of the demonstration; what is there already stays as it is.
make_state() {
  local log=$STATE/log/state.log
  "${AS_SERVER[@]}" "$here/bin/demo-state" "$STATE" "$(softhsm_module)" "$JAVA_HOME/bin/java" "$(classpath hsm-config)" "$HTTP_PORT" >"$log" 2>&1 \
    || die "Không tạo được khóa và chứng thư thử nghiệm: $(reason "$log"); xem $log." "The demo keys and certificates could not be made: $(reason "$log"); see $log."
}

softhsm_module() {
  local module
  for module in /usr/lib/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so; do
    if [ -f "$module" ]; then echo "$module"; return 0; fi
  done
  die "Không tìm thấy libsofthsm2.so." "libsofthsm2.so was not found."
}

# EXCHANGE_DB_* name a database that answers afterwards: the given one, or a private cluster in the state folder.
start_database() {
  local log=$STATE/log/postgres-start.log
  if [ -n "${EXCHANGE_DB_URL:-}" ]; then return 0; fi
  private_postgres_runs || DATABASE_BEGUN=yes
  "$here/bin/private-postgres" start "$STATE/postgres" "$DB_PORT" >"$log" 2>&1 9>&- \
    || die "Không chạy được PostgreSQL riêng: $(tail -n 1 "$log")" "The private PostgreSQL did not start: $(tail -n 1 "$log")"
  eval "$("$here/bin/private-postgres" env "$STATE/postgres")"
}

private_postgres_runs() { "$here/bin/private-postgres" status "$STATE/postgres" >/dev/null 2>&1; }

# The tables are made by the role that owns them, where there is one; the server is not told its password.
migrate_database() {
  local log=$STATE/log/migrate.log
  if [ -n "${EXCHANGE_DB_OWNER_USER:-}" ]; then
    EXCHANGE_DB_USER=${EXCHANGE_DB_USER:-lienthong} \
      "$here/bin/migrate" "$JAVA_HOME/bin/java" "$SERVER_HOME" "$here/exchange-ws/target/lienthong/WEB-INF" >"$log" 2>&1 \
      || die "Không cập nhật được các bảng của cơ sở dữ liệu: $(reason "$log"); xem $log." "The database's tables could not be brought up to date: $(reason "$log"); see $log."
  fi
  unset EXCHANGE_DB_OWNER_USER EXCHANGE_DB_OWNER_PASSWORD EXCHANGE_DB_OWNER_URL
}

# Whether the server that runs was started from what is built.
server_is_current() {
  [ -n "$(server_pid)" ] && [ "$(cat "$BUILT")" = "$(cat "$STATE/run/serving" 2>/dev/null)" ]
}

start_server() {
  local console=$STATE/log/console.log waited=0
  [ -z "$(server_pid)" ] || stop_server
  need_free_ports "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT" "$CLUSTER_PORT"
  rm -f "$PID_FILE" "$STATE/run/server.pid" "$STATE/run/serving"
  JBOSS_PIDFILE=$PID_FILE "${AS_SERVER[@]}" setsid nohup "$here/bin/run-server" "$STATE" "$SERVER_HOME" \
    -Djboss.socket.binding.port-offset="$PORT_OFFSET" </dev/null >"$console" 2>&1 9>&- &
  SERVER_GROUP=$!
  until server_is_ready; do
    sleep 1; waited=$((waited + 1))
    if ! kill -0 "$SERVER_GROUP" 2>/dev/null || [ $waited -gt 240 ] || grep -qs 'WFLYSRV0026' "$console"; then
      die "Máy chủ không khởi động được: $(server_trouble "$console"); xem $console." "The server did not start: $(server_trouble "$console"); see $console."
    fi
  done
  cp "$BUILT" "$STATE/run/serving"
  SERVER_GROUP=
}

# Why it does not get ready, as far as one line can say it: a sentence about the configuration, a port, the disk, or the
# part that readiness misses.
server_trouble() {
  local line
  line=$(grep -ohE 'ConfigException: .*' "$1" | tail -n 1) || line=$(grep -ohE 'Address already in use.*|No space left on device.*' "$1" | tail -n 1) \
    || line=$(curl -sS -m 2 "http://127.0.0.1:$MANAGEMENT_PORT/health/ready" 2>/dev/null | grep -oE '"[a-z_]+" *: *false' | tr -d '" ' | paste -sd ' ') \
    || line=
  line=${line#ConfigException: } line=${line%%\"*} line=${line%%\}*}
  if [ -n "$line" ]; then printf '%.200s' "${line%.}"; else say "tiến trình đã kết thúc hoặc chưa sẵn sàng" "it ended, or did not get ready in time"; fi
}

server_is_ready() { curl -fsS -m 2 -o /dev/null "http://127.0.0.1:$MANAGEMENT_PORT/health/ready" 2>/dev/null; }

stop_server() {
  local pid waited=0
  pid=$(server_pid)
  [ -n "$pid" ] || return 0
  kill "$pid" 2>/dev/null || die "Không dừng được tiến trình $pid: hãy chạy bằng tài khoản đã khởi động nó." "Process $pid could not be stopped: run as the user who started it."
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2; waited=$((waited + 1))
    [ $waited -lt 150 ] || kill -9 "$pid"
  done
  rm -f "$PID_FILE" "$STATE/run/server.pid"
}

stop_database() {
  [ ! -d "$STATE/postgres" ] || "$here/bin/private-postgres" stop "$STATE/postgres"
}

# Whatever ends the launcher before the server is ready, a failure or Ctrl-C: what this run began does not stay half.
DATABASE_BEGUN='' SERVER_GROUP=''
undo_what_is_half() {
  trap '' INT TERM HUP
  local waited=0
  if [ -n "$SERVER_GROUP" ]; then
    # The script and its Java process are one group; the server may not have told its number yet.
    while kill -TERM -- "-$SERVER_GROUP" 2>/dev/null && [ $waited -lt 300 ]; do sleep 0.2; waited=$((waited + 1)); done
    kill -KILL -- "-$SERVER_GROUP" 2>/dev/null || true
  fi
  [ -z "$DATABASE_BEGUN" ] || stop_database
}

interrupted() {
  say "Đã ngắt giữa chừng; chạy lại lệnh này để làm tiếp." "Interrupted; run the command again to go on." >&2
  exit 130
}
