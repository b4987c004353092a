# shellcheck shell=bash
# ./lienthong bench: measures on a server of its own, in a state folder of its own that is gone afterwards.

# Above every port of the server that the state folder is for.
BENCH_PORTS=2000

bench() {
  local part parts=() quick=() status=0
  for part in "$@"; do
    case "$part" in
      signer|verify|exchange) parts+=("$part") ;;
      --quick) quick=(--quick) ;;
      *) die "bench không có phần $part; có: signer, verify, exchange." "bench has no part $part; it has: signer, verify, exchange." ;;
    esac
  done
  [ ${#parts[@]} -gt 0 ] || parts=(signer verify exchange)
  trap end_of_bench EXIT
  trap interrupted_bench INT TERM HUP
  open_state
  leave_running_server_whole
  prepare
  umask 077
  choose_server_user
  enter_bench_state
  start_bench_server
  run_bench "${parts[@]}" "${quick[@]}" || status=$?
  [ $status -eq 0 ] || die "Có phép đo hỏng." "Some measurement failed."
}

# A build takes away what a server runs from.
leave_running_server_whole() {
  [ -z "$(server_pid)" ] || [ "$(sources_stamp)" = "$(cat "$BUILT" 2>/dev/null)" ] \
    || die "Mã nguồn đã đổi trong khi máy chủ đang chạy; hãy chạy ./lienthong stop trước." "The sources changed while the server runs; run ./lienthong stop first."
}

# The state folder and the ports are those of this run from here on, and so is the database, whatever the environment says.
enter_bench_state() {
  local built=$BUILT
  unset "${!EXCHANGE_@}" LIENTHONG_DB_PORT
  export LIENTHONG_STATE=$STATE/bench LIENTHONG_PORT_OFFSET=$((PORT_OFFSET + BENCH_PORTS))
  read_settings
  BUILT=$built
  # What a run left that could not tidy up after itself.
  if [ -d "$STATE" ]; then open_state; BENCH_STATE=$STATE; stop_server; stop_database; clear_bench_state; fi
  open_state
  BENCH_STATE=$STATE
  need_free_ports "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT" "$CLUSTER_PORT" "$DB_PORT"
}

start_bench_server() {
  choose_server_user
  step "Khóa trong HSM và chứng thư để đo" "Keys in the HSM and certificates to measure with" make_state
  two_authorities
  step "Cơ sở dữ liệu PostgreSQL" "PostgreSQL" start_database
  migrate_database
  step "Máy chủ để đo" "The server to measure" start_server
}

# A key of each kind stamps under a policy of its own; the enum Authority of bench/ knows them.
two_authorities() {
  "${AS_SERVER[@]}" tee "$STATE/pki/tsa.properties" >/dev/null <<'END'
policies=p256, rsa
policy.p256.oid=2.25.319437841216407352180127846913225384021
policy.p256.keys=tsa-1
policy.rsa.oid=2.25.319437841216407352180127846913225384022
policy.rsa.keys=tsa-2
END
  "${AS_SERVER[@]}" sed -i -e '/^tsa-policy-oid=/d' -e 's|^tsa-key=.*|tsa-policies-file=pki/tsa.properties|' "$STATE/exchange.properties"
}

# In the background: a signal that comes to this script alone is answered at once.
run_bench() {
  eval "$("$here/bin/private-postgres" env "$STATE/postgres")"
  SOFTHSM2_CONF=$STATE/softhsm2.conf "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.util.logging.config.file="$here/bin/logging.properties" -cp "$(classpath bench)" vn.lienthong.bench.Bench \
    --lang "$LANGUAGE_CHOSEN" --state "$STATE" --port "$HTTP_PORT" --server-pid "$(server_pid)" \
    --database-pid "$(head -n 1 "$STATE/postgres/data/postmaster.pid")" --module "$(softhsm_module)" --work "$STATE/work" "$@" 9>&- &
  BENCH_PID=$!
  wait "$BENCH_PID"
}

BENCH_STATE='' BENCH_PID='' BENCH_INTERRUPTED=''
interrupted_bench() {
  BENCH_INTERRUPTED=yes
  exit 130
}

# What is said about it is said when it is so.
end_of_bench() {
  trap '' INT TERM HUP
  [ -z "$BENCH_PID" ] || { kill "$BENCH_PID" && wait "$BENCH_PID"; } 2>/dev/null || true
  # The server goes before its database.
  DATABASE_BEGUN=
  undo_what_is_half
  if [ -n "$BENCH_STATE" ]; then
    stop_server
    stop_database
    clear_bench_state
  fi
  [ -z "$BENCH_INTERRUPTED" ] || say "Đã ngắt; không có gì còn chạy." "Interrupted; nothing is left running." >&2
}

# All but the logs.
clear_bench_state() {
  find "$BENCH_STATE" -mindepth 1 -maxdepth 1 ! -name log ! -name lock -exec rm -rf {} +
}
