# The server: its state, its database, its start and its end.

server_pid() {
  local pid
  pid=$(cat "$PID_FILE" 2>/dev/null || true)
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && grep -q jboss-modules "/proc/$pid/cmdline" 2>/dev/null && echo "$pid"
}

# The keys, certificates, secrets and the directory of the demonstration; what is there already stays as it is.
make_state() {
  mkdir -p "$STATE/log"
  "$here/bin/demo-state" "$STATE" "$(softhsm_module)" "$JAVA_HOME/bin/java" "$(classpath hsm-config)" >"$STATE/log/state.log" 2>&1 \
    || die "Không tạo được khóa và chứng thư thử nghiệm; xem $STATE/log/state.log." "The demo keys and certificates could not be made; see $STATE/log/state.log."
}

softhsm_module() {
  local module
  for module in /usr/lib/softhsm/libsofthsm2.so /usr/lib/*/softhsm/libsofthsm2.so; do
    if [ -f "$module" ]; then echo "$module"; return; fi
  done
  die "Không tìm thấy libsofthsm2.so." "libsofthsm2.so was not found."
}

# EXCHANGE_DB_* name a database that answers afterwards: the given one, or a private cluster in the state folder.
start_database() {
  if [ -n "${EXCHANGE_DB_URL:-}" ]; then return; fi
  "$here/bin/private-postgres" start "$STATE/postgres" "$DB_PORT" >"$STATE/log/postgres-start.log" 2>&1 9>&- \
    || die "Không chạy được PostgreSQL riêng: $(tail -n 1 "$STATE/log/postgres-start.log")" "The private PostgreSQL did not start: $(tail -n 1 "$STATE/log/postgres-start.log")"
  eval "$("$here/bin/private-postgres" env "$STATE/postgres")"
}

start_server() {
  local base=$STATE/server waited=0
  if [ -n "$(server_pid || true)" ]; then
    [ "$(cat "$STATE/run/built")" = "$(cat "$STATE/run/serving" 2>/dev/null)" ] && return
    stop_server
  fi
  need_free_ports "$HTTP_PORT" "$HTTPS_PORT" "$MANAGEMENT_PORT"
  rm -rf "$base" && mkdir -p "$base" "$STATE/log"
  cp -r "$SERVER_HOME/standalone/configuration" "$SERVER_HOME/standalone/deployments" "$base/"
  export SOFTHSM2_CONF=$STATE/softhsm2.conf EXCHANGE_NODE=${EXCHANGE_NODE:-node1}
  export EXCHANGE_TLS_KEYSTORE=$STATE/pki/tls/server.p12 EXCHANGE_TLS_PASSWORD
  EXCHANGE_TLS_PASSWORD=$(cat "$STATE/secrets/server.password")
  LAUNCH_JBOSS_IN_BACKGROUND=1 JBOSS_PIDFILE=$PID_FILE \
  JAVA_OPTS="-Xms64m -Xmx$HEAP -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true \
    -Djboss.modules.system.pkgs=org.jboss.byteman --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Djava.io.tmpdir=$STATE/tmp -Dlienthong.state=$STATE -Dorg.apache.cxf.io.CachedOutputStream.OutputDirectory=$STATE/tmp ${LIENTHONG_JAVA_OPTS:-}" \
    setsid nohup "$SERVER_HOME/bin/standalone.sh" -b "${LIENTHONG_BIND:-127.0.0.1}" -Djboss.server.base.dir="$base" \
      -Djboss.socket.binding.port-offset="$PORT_OFFSET" </dev/null >"$STATE/log/console.log" 2>&1 9>&- &
  while ! server_is_ready; do
    sleep 0.5; waited=$((waited + 1))
    if [ $waited -gt 6 ] && [ -z "$(server_pid || true)" ] || [ $waited -gt 480 ] || grep -qs 'WFLYSRV0026' "$STATE/log/console.log"; then
      stop_server
      die "Máy chủ không khởi động được; xem $STATE/log/console.log." "The server did not start; see $STATE/log/console.log."
    fi
  done
  cp "$STATE/run/built" "$STATE/run/serving"
}

server_is_ready() { curl -fsS -m 2 -o /dev/null "http://127.0.0.1:$MANAGEMENT_PORT/health/ready" 2>/dev/null; }

stop_server() {
  local pid waited=0
  pid=$(server_pid || true)
  [ -n "$pid" ] || return 0
  kill "$pid"
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.2; waited=$((waited + 1))
    [ $waited -lt 150 ] || kill -9 "$pid"
  done
  rm -f "$PID_FILE"
}
